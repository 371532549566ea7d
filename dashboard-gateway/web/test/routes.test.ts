import { describe, expect, it } from 'vitest';
import { patientPath, routeOf, signInPath, wantedPath } from '../src/models/routes';

describe('routes', () => {
  it('names a view by its path', () => {
    expect(routeOf('/')).toEqual({ view: 'wall' });
    expect(routeOf('/patients/p-0001')).toEqual({ view: 'patient', id: 'p-0001' });
    expect(routeOf('/alarms')).toEqual({ view: 'alarms' });
    expect(routeOf('/elsewhere')).toEqual({ view: 'unknown' });
  });

  it('finds a patient again whose id has signs of an address in it', () => {
    expect(routeOf(patientPath('a/b?c'))).toEqual({ view: 'patient', id: 'a/b?c' });
  });

  it('comes back after sign-in to where one wanted to go', () => {
    const path = signInPath('/patients/p-0001?range=6h');

    expect(wantedPath(path.slice('/signin'.length))).toBe('/patients/p-0001?range=6h');
  });

  it('goes nowhere else after sign-in', () => {
    expect(wantedPath('?to=https://example.org')).toBe('/');
    expect(wantedPath('?to=//example.org')).toBe('/');
    expect(wantedPath('?to=/%5Cexample.org')).toBe('/');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { Ward } from '../src/models/ward';
import { alert, HandClock, NOON, patient } from './fixtures';

let clock: HandClock;
let ward: Ward;

beforeEach(() => {
  clock = new HandClock();
  ward = new Ward(clock.server);
  ward.admit([patient('p-0001', '1'), patient('p-0002', '2')]);
});

describe('the ward', () => {
  it('hears readings and tells the bed once per frame', () => {
    let told = 0;
    const bed = ward.beds.get('p-0001')!;
    bed.changes.add(() => told++);

    ward.apply({
      type: 'readings',
      readings: [
        ['p-0001', 'heart_rate', NOON, 72],
        ['p-0001', 'spo2', NOON, 98],
        ['p-9999', 'heart_rate', NOON, 50],
      ],
    });

    expect(told).toBe(1);
    expect(bed.sign('heart_rate')).toMatchObject({ value: 72, heardAt: 0 });
    expect(bed.vitals.map(({ code }) => code)).toEqual(['heart_rate', 'spo2']);
  });

  it('keeps the newest by event time when an older reading comes late', () => {
    const readings = (ms: number, value: number) =>
      ward.apply({ type: 'readings', readings: [['p-0001', 'heart_rate', ms, value]] });
    readings(NOON, 72);
    readings(NOON - 60_000, 140);

    const sign = ward.beds.get('p-0001')!.sign('heart_rate');
    expect(sign.value).toBe(72);
    expect(sign.trace.length).toBe(2);
  });

  it('takes a snapshot for the whole truth about alarms', () => {
    ward.apply({ type: 'alert', alert: alert() });
    ward.apply({ type: 'snapshot', patients: [{ id: 'p-0001', latest: [], alerts: [] }] });

    expect(ward.alarms.active()).toEqual([]);
  });

  it('ends no alarm by a list that may have been made before it was raised', () => {
    ward.apply({ type: 'alert', alert: alert() });
    ward.admit([patient('p-0001', '1')]);

    expect(ward.alarms.active()).toHaveLength(1);
  });

  it('raises none again that ended while the list was on its way', () => {
    ward.apply({ type: 'alert', alert: alert() });
    ward.apply({ type: 'snapshot', patients: [{ id: 'p-0001', latest: [], alerts: [] }] });
    ward.admit([patient('p-0001', '1', { alerts: [alert()] })]);

    expect(ward.alarms.active()).toEqual([]);
  });

  it('tells the bed of its alarms', () => {
    let told = 0;
    ward.beds.get('p-0001')!.changes.add(() => told++);

    ward.apply({ type: 'alert', alert: alert() });

    expect(told).toBe(1);
  });

  it('lets those go whose grant is revoked, with their alarms', () => {
    ward.apply({ type: 'alert', alert: alert() });
    ward.apply({ type: 'revoked', patients: ['p-0001'] });

    expect([...ward.beds.keys()]).toEqual(['p-0002']);
    expect(ward.alarms.active()).toEqual([]);
  });

  it('keeps a bed’s minutes when the list is read again', () => {
    ward.apply({ type: 'readings', readings: [['p-0001', 'heart_rate', NOON, 72]] });
    ward.admit([patient('p-0001', '7')]);

    const bed = ward.beds.get('p-0001')!;
    expect(bed.bed).toBe('7');
    expect(bed.sign('heart_rate').value).toBe(72);
    expect(ward.beds.size).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { inOrder, wardsOf } from '../src/models/order';
import { Ward } from '../src/models/ward';
import { alert, HandClock, patient } from './fixtures';

const ward = new Ward(new HandClock().server);
ward.admit([
  patient('p-0001', '10'),
  patient('p-0002', '2'),
  patient('p-0003', '1'),
  patient('p-0004', '1', { ward: 'East' }),
]);
ward.apply({ type: 'alert', alert: alert({ id: 'm', patient: 'p-0003', priority: 'medium' }) });
ward.apply({ type: 'alert', alert: alert({ id: 'h', patient: 'p-0001', priority: 'high' }) });

const ids = (order: 'bed' | 'worst'): string[] =>
  inOrder(ward.beds.values(), order, ward.alarms).map(({ id }) => id);

describe('the order of beds', () => {
  it('is by ward and bed, with numbers as numbers', () => {
    expect(ids('bed')).toEqual(['p-0004', 'p-0003', 'p-0002', 'p-0001']);
  });

  it('puts the worst first and leaves the others by bed', () => {
    expect(ids('worst')).toEqual(['p-0001', 'p-0003', 'p-0004', 'p-0002']);
  });

  it('knows each ward once', () => {
    expect(wardsOf(ward.beds.values())).toEqual(['East', 'West']);
  });
});

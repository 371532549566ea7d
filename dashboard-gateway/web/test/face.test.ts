import { beforeEach, describe, expect, it } from 'vitest';
import type { Circumstances } from '../src/models/freshness';
import { type Face, faceOf } from '../src/models/face';
import { Pipeline } from '../src/models/pipeline';
import type { Alert } from '../src/models/protocol';
import { Ward } from '../src/models/ward';
import { alert, HandClock, NOON, patient } from './fixtures';

let clock: HandClock;
let ward: Ward;
let at: Circumstances;

function face(alarms: readonly Alert[] = []): Face {
  return faceOf(ward.beds.get('p-0001')!, alarms, at);
}

beforeEach(() => {
  clock = new HandClock();
  ward = new Ward(clock.server);
  ward.admit([patient('p-0001', '1')]);
  at = { clock: clock.server, pipeline: new Pipeline(clock.server), link: 'live' };
});

function hear(value: number, vital = 'heart_rate'): void {
  ward.apply({ type: 'readings', readings: [['p-0001', vital, clock.server.now(), value]] });
}

describe('a face', () => {
  it('waits for a first reading', () => {
    expect(face()).toMatchObject({
      state: 'waiting',
      number: '---',
      silence: 'never',
      silentFor: '',
    });
  });

  it('shows the number, and its age only beyond two seconds', () => {
    hear(72.4);
    expect(face()).toMatchObject({ state: 'live', number: '72', age: '' });

    clock.pass(2400);
    expect(face().age).toBe('2.4 s');
  });

  it('replaces a stale number with the reason and a running time', () => {
    hear(72);
    clock.pass(7000);

    expect(face()).toMatchObject({
      state: 'stale',
      number: '---',
      age: '',
      silence: 'unknown',
      silentFor: '0:07',
    });
  });

  it('prefers heart rate, and shows temperature with its decimal', () => {
    hear(37.25, 'temperature');
    expect(face().number).toBe('37.3');

    hear(80);
    expect(face().number).toBe('80');
  });

  it('says the worst alarm, how long it lasts, and how many more there are', () => {
    const gap = alert({ id: 'a-2', rule: 'gap', category: 'technical', priority: 'low' });
    clock.pass(3_000);

    expect(face([alert(), gap]).alarm).toEqual({
      priority: 'medium',
      technical: false,
      escalated: false,
      steady: false,
      text: 'HR 134 > 120',
      running: '00:15',
      by: '',
      others: 1,
    });
  });

  it('stands still with who has taken an alarm', () => {
    const taken = alert({ state: 'acknowledged', by: 'dr-adams' });

    expect(face([taken]).alarm).toMatchObject({ steady: true, by: 'dr-adams' });
  });

  it('stands still with "was" for what is over but latched', () => {
    const over = alert({
      state: 'resolved',
      latched: true,
      time: new Date(NOON + 8000).toISOString(),
    });
    clock.pass(100_000);

    expect(face([over]).alarm).toMatchObject({
      steady: true,
      text: 'was HR 134 > 120',
      running: '00:20',
    });
  });

  it('says that nobody came in time, and goes on calling', () => {
    expect(face([alert({ state: 'escalated' })]).alarm).toMatchObject({
      escalated: true,
      steady: false,
    });
  });

  it('says how long a pause lasts still, and nothing after it', () => {
    const until = new Date(NOON + 103_000).toISOString();
    ward.pause('p-0001', { by: 'dr-adams', reason: 'r', at: until, until });
    expect(face().pausedFor).toBe('1:43');

    clock.pass(103_000);
    expect(face().pausedFor).toBe('');
  });
});

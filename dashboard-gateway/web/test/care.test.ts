import { describe, expect, it } from 'vitest';
import { Problem } from '../src/models/api';
import { Care } from '../src/models/care';
import type { Episode, Pause } from '../src/models/protocol';
import { Ward } from '../src/models/ward';
import { alert, HandClock, NOON, patient } from './fixtures';

const PAUSE: Pause = {
  by: 'dr-adams',
  reason: 'Care',
  at: new Date(NOON).toISOString(),
  until: new Date(NOON + 120_000).toISOString(),
};

function wardWithAlarm(): Ward {
  const ward = new Ward(new HandClock().server);
  ward.admit([patient('p-0001', '1', { alerts: [alert()] })]);
  return ward;
}

const api = {
  acknowledge: (id: string, note: string | null): Promise<Episode> =>
    Promise.resolve(alert({ id, note, state: 'acknowledged', by: 'dr-adams', revision: 2 })),
  pause: (): Promise<Pause> => Promise.resolve(PAUSE),
  resume: (): Promise<void> => Promise.resolve(),
};

describe('care', () => {
  it('takes an alarm with a note, which is shown at once', async () => {
    const ward = wardWithAlarm();
    await new Care(api, ward, 'p-0001').acknowledge(alert(), ' on my way ');

    expect(ward.alarms.active()[0]).toMatchObject({ state: 'acknowledged', note: 'on my way' });
  });

  it('pauses, and ends the pause', async () => {
    const ward = wardWithAlarm();
    const care = new Care(api, ward, 'p-0001');

    await care.pause(120, 'Care');
    expect(ward.beds.get('p-0001')?.pauseAt(NOON)).toEqual(PAUSE);
    expect(ward.beds.get('p-0001')?.pauseAt(NOON + 120_000)).toBeNull();

    await care.resume();
    expect(ward.beds.get('p-0001')?.pauseAt(NOON)).toBeNull();
  });

  it('says what did not work, and can be tried again', async () => {
    const refused = new Problem(503, 'not_confirmed', 'not confirmed');
    const broken = { ...api, acknowledge: (): Promise<Episode> => Promise.reject(refused) };
    const ward = wardWithAlarm();
    const care = new Care(broken, ward, 'p-0001');
    await care.acknowledge(alert(), '');

    expect(care.problem).toBe('not confirmed');
    expect(care.underWay.size).toBe(0);
    expect(ward.alarms.active()[0]?.state).toBe('raised');
  });

  it('hears of pauses of others', () => {
    const ward = wardWithAlarm();
    ward.apply({ type: 'pause', patient: 'p-0001', pause: PAUSE });

    expect(ward.beds.get('p-0001')?.pauseAt(NOON)?.by).toBe('dr-adams');
  });
});

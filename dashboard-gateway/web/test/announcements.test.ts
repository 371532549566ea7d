import { describe, expect, it } from 'vitest';
import { Announcements } from '../src/models/announcements';
import { Ward } from '../src/models/ward';
import { alert, HandClock, patient } from './fixtures';

const ward = new Ward(new HandClock().server);
ward.admit([patient('p-0001', '12', { name: 'Ada Byron' })]);

const announcements = (): Announcements => new Announcements((id) => ward.beds.get(id));

describe('announcements', () => {
  it('say a high alarm at once and others when there is a pause', () => {
    const say = announcements();

    expect(say.of(alert({ priority: 'high' }))).toEqual({
      words: 'high alarm, bed 12, Ada Byron: HR 134 > 120',
      urgency: 'assertive',
    });
    expect(say.of(alert({ id: 'a-2' }))?.urgency).toBe('polite');
  });

  it('say each alarm once, and once more when it is escalated', () => {
    const say = announcements();

    expect(say.of(alert())).not.toBeNull();
    expect(say.of(alert({ revision: 2 }))).toBeNull();
    expect(say.of(alert({ revision: 3, state: 'escalated' }))).not.toBeNull();
  });

  it('say what is about no single patient', () => {
    const shared = { patient: 'vigil', priority: 'high', text: 'Vigil takes no readings' } as const;

    expect(announcements().of(alert(shared))).toEqual({
      words: 'high alarm: Vigil takes no readings',
      urgency: 'assertive',
    });
  });

  it('are silent about what is taken, over, late, or of nobody here', () => {
    const say = announcements();

    expect(say.of(alert({ state: 'acknowledged' }))).toBeNull();
    expect(say.of(alert({ state: 'resolved', latched: true }))).toBeNull();
    expect(say.of(alert({ late: true }))).toBeNull();
    expect(say.of(alert({ patient: 'p-9' }))).toBeNull();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { AlarmSound, MUTE_MS, sounds } from '../src/models/alarm-sound';
import { alert } from './fixtures';

const high = alert({ id: 'h', priority: 'high' });
const medium = alert({ id: 'm', priority: 'medium' });
let now: number;
let sound: AlarmSound;

beforeEach(() => {
  now = 0;
  sound = new AlarmSound(() => now);
});

describe('an alarm', () => {
  it('is heard while it calls for somebody', () => {
    expect(sounds(alert(), false)).toBe(true);
    expect(sounds(alert({ state: 'escalated' }), false)).toBe(true);
    expect(sounds(alert({ state: 'acknowledged' }), false)).toBe(false);
    expect(sounds(alert({ state: 'resolved', latched: true }), false)).toBe(false);
    expect(sounds(alert({ late: true }), false)).toBe(false);
  });

  it('breaks through a pause if it is high, and no other does', () => {
    expect(sounds(high, true)).toBe(true);
    expect(sounds(medium, true)).toBe(false);
  });
});

describe('the sound of alarms', () => {
  it('is that of the worst, again and again', () => {
    expect(sound.due([medium, high])).toBe('high');
    now = 6999;
    expect(sound.due([medium, high])).toBeNull();
    now = 7000;
    expect(sound.due([medium, high])).toBe('high');
  });

  it('does not let a worse one wait for its turn', () => {
    expect(sound.due([medium])).toBe('medium');
    now = 300;
    expect(sound.due([medium, high])).toBe('high');
  });

  it('begins at once after a silence', () => {
    sound.due([medium]);
    now = 1000;
    expect(sound.due([])).toBeNull();
    now = 2000;
    expect(sound.due([medium])).toBe('medium');
  });

  it('is muted for two minutes and no longer', () => {
    sound.mute();
    expect(sound.due([high])).toBeNull();
    now = MUTE_MS - 1;
    expect(sound.mutedMs).toBe(1);
    expect(sound.due([high])).toBeNull();
    now = MUTE_MS;
    expect(sound.due([high])).toBe('high');
  });

  it('can be had back before', () => {
    sound.mute();
    sound.unmute();
    expect(sound.due([high])).toBe('high');
  });
});

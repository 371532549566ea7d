import { describe, expect, it } from 'vitest';
import { age, alarmTime, runningTime, value } from '../src/helpers/format';

describe('words for times', () => {
  it('run', () => {
    expect(runningTime(7_999)).toBe('0:07');
    expect(runningTime(754_000)).toBe('12:34');
    expect(runningTime(3_723_000)).toBe('1:02:03');
    expect(runningTime(51 * 3_600_000)).toBe('2 d 3 h');
    expect(runningTime(-5)).toBe('0:00');
  });

  it('keep their width while an alarm is young', () => {
    expect(alarmTime(12_000)).toBe('00:12');
    expect(alarmTime(754_000)).toBe('12:34');
    expect(alarmTime(3_723_000)).toBe('1:02:03');
  });

  it('say an age', () => {
    expect(age(230)).toBe('0.2 s');
    expect(age(12_700)).toBe('12 s');
  });

  it('say a value', () => {
    expect(value(71.6, 0)).toBe('72');
    expect(value(37, 1)).toBe('37.0');
  });
});

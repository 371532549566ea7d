import { describe, expect, it } from 'vitest';
import { timeStep, timeTicks, valueTicks } from '../src/models/ticks';

const HOUR = 3_600_000;

describe('ticks', () => {
  it('stand at round values', () => {
    expect(valueTicks(52, 98, 5)).toEqual([60, 70, 80, 90]);
    expect(valueTicks(36.2, 37.9, 4)).toEqual([36.5, 37, 37.5]);
  });

  it('stand at round times of the day where people are', () => {
    const midnight = Date.parse('2026-11-21T00:00:00+05:30');
    const ticks = timeTicks(midnight - HOUR, midnight + 7 * HOUR, 6 * HOUR, 5.5 * HOUR);

    expect(ticks).toEqual([midnight, midnight + 6 * HOUR]);
  });

  it('are as many as there is room for', () => {
    expect(timeStep(HOUR, 12)).toBe(5 * 60_000);
    expect(timeStep(7 * 24 * HOUR, 10)).toBe(24 * HOUR);
  });
});

import { describe, expect, it } from 'vitest';
import { Trace } from '../src/models/trace';

function times(trace: Trace): number[] {
  return Array.from({ length: trace.length }, (_, i) => trace.timeAt(i));
}

describe('the trace', () => {
  it('keeps readings in the order of their time, whenever they come', () => {
    const trace = new Trace();
    for (const ms of [3000, 1000, 2000]) trace.add(ms, ms / 100);

    expect(times(trace)).toEqual([1000, 2000, 3000]);
    expect(trace.valueAt(1)).toBe(20);
  });

  it('lets the first of two readings of one time stay', () => {
    const trace = new Trace();
    trace.add(1000, 70);

    expect(trace.add(1000, 99)).toBe(false);
    expect(trace.valueAt(0)).toBe(70);
  });

  it('forgets the oldest when it is full', () => {
    const trace = new Trace();
    for (let i = 0; i < 3000; i++) trace.add(i, i);

    expect(trace.length).toBe(1024);
    expect(trace.timeAt(0)).toBe(3000 - 1024);
    expect(trace.timeAt(1023)).toBe(2999);
  });

  it('takes a late reading into a full ring, but not one older than all', () => {
    const trace = new Trace();
    for (let i = 0; i < 1024; i++) trace.add(1000 + 2 * i, i);

    expect(trace.add(999, 1)).toBe(false);
    expect(trace.add(1505, 1)).toBe(true);
    expect(trace.length).toBe(1024);
    expect(times(trace)).toEqual([...times(trace)].sort((a, b) => a - b));
  });

  it('finds the first reading at or after a time', () => {
    const trace = new Trace();
    for (const ms of [1000, 2000, 3000]) trace.add(ms, 1);

    expect(trace.indexAt(0)).toBe(0);
    expect(trace.indexAt(2000)).toBe(1);
    expect(trace.indexAt(2001)).toBe(2);
    expect(trace.indexAt(3001)).toBe(3);
  });

  it('tells the extent of what is on show', () => {
    const trace = new Trace();
    trace.add(1000, 200);
    trace.add(2000, 60);
    trace.add(3000, 80);

    expect(trace.extent(1500)).toEqual([60, 80]);
    expect(trace.extent(4000)).toBeNull();
  });
});

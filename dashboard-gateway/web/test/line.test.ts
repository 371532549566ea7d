import { describe, expect, it } from 'vitest';
import { drawLine, type Field, scaleAround, valueAt } from '../src/models/line';
import { Trace } from '../src/models/trace';

const field: Field = {
  fromMs: 10_000,
  toMs: 20_000,
  least: 0,
  greatest: 100,
  width: 100,
  top: 0,
  bottom: 100,
};

function trace(...readings: [number, number][]): Trace {
  const trace = new Trace();
  for (const [ms, value] of readings) trace.add(ms, value);
  return trace;
}

function drawn(line: Trace): string {
  const steps: string[] = [];
  drawLine(line, field, {
    moveTo: (x, y) => void steps.push(`M${x},${y}`),
    lineTo: (x, y) => void steps.push(`L${x},${y}`),
  });
  return steps.join(' ');
}

describe('the line', () => {
  it('joins readings from left to right', () => {
    expect(drawn(trace([10_000, 50], [11_000, 60]))).toBe('M0,50 L10,40');
  });

  it('begins with the reading before the field, so that it comes in from the edge', () => {
    expect(drawn(trace([8000, 50], [9000, 50], [11_000, 60]))).toBe('M-10,50 L10,40');
  });

  it('leaves a hole where nothing came for more than five seconds', () => {
    expect(drawn(trace([10_000, 50], [15_001, 60]))).toBe('M0,50 M50.01,40');
  });

  it('has values between two readings, and none in a hole or beyond the last', () => {
    const line = trace([10_000, 50], [11_000, 60], [17_000, 70]);

    expect(valueAt(line, 10_500)).toBe(55);
    expect(valueAt(line, 12_000)).toBeNull();
    expect(valueAt(line, 17_001)).toBeNull();
  });

  it('is never scaled so that noise fills the height', () => {
    expect(scaleAround([70, 74], 40)).toEqual([50, 95]);
    expect(scaleAround([60, 160], 40)).toEqual([60, 160]);
  });
});

import type { Trace } from './trace';

/** Readings further apart than this are not joined by a line. */
export const HOLE_MS = 5000;

/** What a line is drawn on: a part of a canvas's context. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** A piece of time and of values on a piece of the screen. */
export interface Field {
  readonly fromMs: number;
  readonly toMs: number;
  readonly least: number;
  readonly greatest: number;
  readonly width: number;
  /** Top and bottom of the values, in pixels. */
  readonly top: number;
  readonly bottom: number;
}

export function xOf(ms: number, { fromMs, toMs, width }: Field): number {
  return ((ms - fromMs) / (toMs - fromMs)) * width;
}

export function yOf(value: number, { least, greatest, top, bottom }: Field): number {
  return bottom - ((value - least) / (greatest - least)) * (bottom - top);
}

/** Draws the readings that lie in the field, and the one before it; holes stay holes. */
export function drawLine(trace: Trace, field: Field, pen: Pen): void {
  let before = -Infinity;
  for (let i = Math.max(0, trace.indexAt(field.fromMs) - 1); i < trace.length; i++) {
    const ms = trace.timeAt(i);
    const x = xOf(ms, field);
    const y = yOf(trace.valueAt(i), field);
    if (ms - before > HOLE_MS) pen.moveTo(x, y);
    else pen.lineTo(x, y);
    before = ms;
    if (ms > field.toMs) break;
  }
}

/** The value of the line at a time, between two readings as well; null in a hole. */
export function valueAt(trace: Trace, ms: number): number | null {
  const after = trace.indexAt(ms);
  if (after === trace.length) return null;
  const next = trace.timeAt(after);
  if (next === ms) return trace.valueAt(after);
  if (after === 0 || next - trace.timeAt(after - 1) > HOLE_MS) return null;
  const last = trace.timeAt(after - 1);
  const part = (ms - last) / (next - last);
  return trace.valueAt(after - 1) + part * (trace.valueAt(after) - trace.valueAt(after - 1));
}

/** A scale around an extent, in steps so large that it seldom changes, and never less than a span. */
export function scaleAround(
  extent: readonly [number, number] | null,
  leastSpan: number,
): readonly [least: number, greatest: number] {
  const [low, high] = extent ?? [0, 0];
  const step = leastSpan / 8;
  const missing = Math.max(0, leastSpan - (high - low)) / 2;
  return [Math.floor((low - missing) / step) * step, Math.ceil((high + missing) / step) * step];
}

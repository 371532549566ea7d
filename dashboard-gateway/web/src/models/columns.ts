import { HOLE_MS } from './line';

/** Times and values beside each other; a null value is a hole in the line. */
export interface Columns {
  readonly times: number[];
  readonly values: (number | null)[];
}

type Points = readonly (readonly [ms: number, value: number])[];

/** Points further apart than a few of their usual steps are not joined. */
export function columnsOf(points: Points, lengthMs: number, wanted: number): Columns {
  const holeMs = Math.max(HOLE_MS, (6 * lengthMs) / wanted);
  const columns: Columns = { times: [], values: [] };
  for (const [ms, value] of points) extend(columns, ms, value, holeMs);
  return columns;
}

/** Adds a reading that came live, if it is newer than all. */
export function append(columns: Columns, ms: number, value: number): boolean {
  if (ms <= (columns.times.at(-1) ?? -Infinity)) return false;
  extend(columns, ms, value, Math.max(HOLE_MS, usualStep(columns)));
  return true;
}

function extend({ times, values }: Columns, ms: number, value: number, holeMs: number): void {
  const last = times.at(-1);
  if (last !== undefined && ms - last > holeMs) {
    times.push(last + 1);
    values.push(null);
  }
  times.push(ms);
  values.push(value);
}

function usualStep({ times }: Columns): number {
  return times.length < 2 ? 0 : (6 * (times.at(-1)! - times[0]!)) / times.length;
}

/** The index of the reading nearest to a time, or -1 where the nearest is a hole. */
export function nearest({ times, values }: Columns, ms: number): number {
  let best = -1;
  for (let i = lowerBound(times, ms) - 1, tried = 0; tried < 2; i++, tried++) {
    const time = times[i];
    if (time === undefined || values[i] === null) continue;
    if (best < 0 || Math.abs(time - ms) < Math.abs(times[best]! - ms)) best = i;
  }
  return best;
}

function lowerBound(times: readonly number[], ms: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

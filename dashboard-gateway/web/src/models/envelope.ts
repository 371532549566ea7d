import type { Columns } from './columns';

/** A line with the room that the readings beside it take up: what a dense line would smear over. */
export interface Envelope {
  readonly times: number[];
  readonly middle: (number | null)[];
  readonly least: (number | null)[];
  readonly greatest: (number | null)[];
}

/**
 * The readings of each step of time as their mean between their extremes. Where readings are no denser
 * than steps each stands for itself.
 */
export function envelopeOf({ times, values }: Columns, stepMs: number): Envelope {
  const envelope: Envelope = { times: [], middle: [], least: [], greatest: [] };
  let at = 0;
  while (at < times.length) {
    const end = endOfStep(times, values, at, stepMs);
    put(envelope, times, values, at, end);
    at = end;
  }
  return envelope;
}

/** Steps begin at round times, so that a picture that moves on does not flicker. */
function endOfStep(
  times: readonly number[],
  values: readonly (number | null)[],
  start: number,
  stepMs: number,
): number {
  const step = Math.floor(times[start]! / stepMs);
  let end = start + 1;
  if (values[start] === null) return end;
  while (end < times.length && values[end] !== null && Math.floor(times[end]! / stepMs) === step) {
    end++;
  }
  return end;
}

function put(
  { times, middle, least, greatest }: Envelope,
  moments: readonly number[],
  values: readonly (number | null)[],
  from: number,
  to: number,
): void {
  const some = values.slice(from, to) as number[];
  const empty = values[from] === null;
  times.push((moments[from]! + moments[to - 1]!) / 2);
  middle.push(empty ? null : some.reduce((sum, value) => sum + value, 0) / some.length);
  least.push(empty ? null : Math.min(...some));
  greatest.push(empty ? null : Math.max(...some));
}

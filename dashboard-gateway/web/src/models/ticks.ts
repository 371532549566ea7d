const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps at which a scale can be marked. */
const VALUE_STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100];
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2].map((n) => n * DAY),
];

/** Round values within a range, at most about so many. */
export function valueTicks(least: number, greatest: number, most: number): number[] {
  const step = VALUE_STEPS.find((size) => (greatest - least) / size <= most) ?? 200;
  return multiples(least, greatest, step);
}

/** The step between round moments of a span, for at most about so many. */
export function timeStep(lengthMs: number, most: number): number {
  return TIME_STEPS.find((size) => lengthMs / size <= most) ?? 7 * DAY;
}

/** Round moments of the day within a span; the zone is how far local time is ahead of UTC. */
export function timeTicks(from: number, to: number, step: number, zoneMs = 0): number[] {
  return multiples(from + zoneMs, to + zoneMs, step).map((local) => local - zoneMs);
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

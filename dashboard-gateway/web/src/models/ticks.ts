/** Steps at which a scale of values can be marked. */
const VALUE_STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100];
const TIME_STEPS = [1, 2, 5, 10, 30, 60].map((seconds) => seconds * 1000);

/** Round values within a range, at most so many. */
export function valueTicks(least: number, greatest: number, most: number): number[] {
  const step = VALUE_STEPS.find((size) => (greatest - least) / size <= most) ?? 200;
  return ticks(least, greatest, step);
}

/** Round moments within a span, at most so many. */
export function timeTicks(from: number, to: number, most: number): number[] {
  const step = TIME_STEPS.find((size) => (to - from) / size <= most) ?? 300_000;
  return ticks(from, to, step);
}

function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

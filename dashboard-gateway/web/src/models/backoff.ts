const FIRST_MS = 400;
const LONGEST_MS = 3000;
const GROWTH = 1.6;

/**
 * How long to wait before the next try: longer each time, and never the same for two pages, so that
 * a thousand of them do not come back at once.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * GROWTH ** attempt);
  return Math.round(ceiling * (0.3 + 0.7 * random()));
}

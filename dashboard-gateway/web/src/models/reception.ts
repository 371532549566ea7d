import type { Sign } from './sign';

const WINDOW_MS = 60_000;
const EXPECTED_EVERY_MS = 1000;
/** A reading takes its time to come; what may still be on its way is not missing. */
const ON_ITS_WAY_MS = 1500;
const LEAST_WATCHED_MS = 10_000;
const BARS = [0, 0.5, 0.8, 0.95];

export interface Reception {
  readonly share: number;
  readonly bars: number;
}

/** How much of what was expected in the last minute has come, or null before that can be told. */
export function reception(sign: Sign, now: number): Reception | null {
  const to = now - ON_ITS_WAY_MS;
  const { trace } = sign;
  const heardFrom = trace.length ? Math.min(sign.watchedFrom, trace.timeAt(0)) : sign.watchedFrom;
  const from = Math.max(heardFrom, to - WINDOW_MS);
  if (to - from < LEAST_WATCHED_MS) return null;
  const received = trace.indexAt(to) - trace.indexAt(from);
  const share = Math.min(1, received / Math.floor((to - from) / EXPECTED_EVERY_MS));
  return { share, bars: BARS.filter((least) => share > least).length };
}

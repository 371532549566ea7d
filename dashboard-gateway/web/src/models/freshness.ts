import type { Pipeline } from './pipeline';
import type { ServerClock } from './server-clock';
import type { Sign } from './sign';
import type { Link } from './socket';

/** A number older than this is not shown any more. */
export const STALE_MS = 5000;
/** From this age on a number is shown with it. */
export const AGED_MS = 2000;

/**
 * Why there is no number: `connection` this page hears nothing, `pipeline` what it hears is old, `device`
 * the way is well and nothing comes from the bed, `unknown` it cannot be told yet, `never` nothing ever came.
 */
export type Silence = 'connection' | 'pipeline' | 'device' | 'unknown' | 'never';

export type Freshness =
  | { readonly live: true; readonly ageMs: number }
  | { readonly live: false; readonly ageMs: number; readonly why: Silence };

/** All that freshness is judged by. */
export interface Circumstances {
  readonly clock: ServerClock;
  readonly pipeline: Pipeline;
  readonly link: Link;
}

export function freshness(sign: Sign | undefined, at: Circumstances): Freshness {
  if (!sign || sign.ms === -Infinity) {
    return { live: false, ageMs: 0, why: at.link === 'lost' ? 'connection' : 'never' };
  }
  const ageMs = ageOf(sign, at.clock);
  return ageMs <= STALE_MS ? { live: true, ageMs } : { live: false, ageMs, why: why(sign, at) };
}

/** The greater of two ages, so that neither a device's fast clock nor a slow way makes it younger. */
function ageOf(sign: Sign, clock: ServerClock): number {
  const byEvent = clock.now() - sign.ms;
  const byArrival = sign.heardAt === null ? 0 : clock.ticks() - sign.heardAt;
  return Math.max(0, byEvent, byArrival);
}

function why(sign: Sign, { pipeline, link }: Circumstances): Silence {
  if (link !== 'live') return 'connection';
  if (pipeline.lagging) return 'pipeline';
  if (pipeline.watermark !== null && pipeline.watermark - sign.ms > STALE_MS) return 'device';
  return 'unknown';
}

import type { ServerClock } from './server-clock';

/** Beyond this the newest number is older than one may be shown. */
export const LAGGING_MS = 5000;

/** How far the way from the devices to us has got, as the heartbeats tell. */
export class Pipeline {
  /** Every reading that was taken before this time has been handed on; null before it is known. */
  watermark: number | null = null;
  lagMs = 0;

  constructor(private readonly clock: ServerClock) {}

  hear({ watermark, lagMs }: { watermark: number | null; lagMs: number | null }): void {
    if (watermark === null || lagMs === null) return;
    this.clock.hear(watermark + lagMs);
    // A gateway that has not heard of any ingest counts from 1970.
    this.watermark = watermark > 0 ? watermark : null;
    this.lagMs = watermark > 0 ? lagMs : Infinity;
  }

  get lagging(): boolean {
    return this.lagMs > LAGGING_MS;
  }
}

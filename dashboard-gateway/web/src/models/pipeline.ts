import type { ServerClock } from './server-clock';

/** Beyond this the newest number is older than one may be shown. */
export const LAGGING_MS = 5000;

/** How far the way from the devices to us has got, as the heartbeats tell. */
export class Pipeline {
  /** Every reading that was taken before this time has been handed on; null before it is known. */
  watermark: number | null = null;
  lagMs = 0;

  constructor(private readonly clock: ServerClock) {}

  hear(heartbeat: { watermark: number | null; lagMs: number | null }): void {
    const { watermark, lagMs } = heartbeat;
    if (watermark === null || lagMs === null || watermark <= 0) return;
    this.watermark = watermark;
    this.lagMs = lagMs;
    this.clock.hear(watermark + lagMs);
  }

  get lagging(): boolean {
    return this.lagMs > LAGGING_MS;
  }
}

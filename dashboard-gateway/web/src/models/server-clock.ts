const SAMPLES = 12;

/**
 * The server's time, told by a clock of ours that only goes forward. A time that the server named had
 * passed when we heard it, so that of the last samples the one that puts the server furthest ahead
 * travelled fastest and is the truest.
 */
export class ServerClock {
  private readonly offsets: number[] = [];

  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {}

  /** A server time, in epoch milliseconds, that has just been heard. */
  hear(serverMs: number): void {
    if (!Number.isFinite(serverMs)) return;
    this.offsets.push(serverMs - this.monotonic());
    if (this.offsets.length > SAMPLES) this.offsets.shift();
  }

  /** Epoch milliseconds; this machine's own clock until the server was heard. */
  now(): number {
    if (this.offsets.length === 0) return this.wall();
    return this.monotonic() + Math.max(...this.offsets);
  }

  /** Milliseconds that never jump, for ages of what was heard here. */
  ticks(): number {
    return this.monotonic();
  }
}

package io.vigil.ingest.limit;

import java.time.Duration;

/**
 * Tells a queue that has come to stay from one that passes: when for a while even the quickest went
 * through with delay, the queue stands, and to let more in only makes everybody wait longer (the
 * thought behind CoDel). A part of the log that hangs while others acknowledge is no such queue.
 * Safe for any thread.
 */
public final class StandingDelay {
  private static final long WINDOW_NANOS = Duration.ofMillis(250).toNanos();

  private final long boundNanos;
  private boolean begun;
  private long windowBeganAt;
  private long quickest;
  private boolean standing;

  /**
   * No delay yet.
   *
   * @param bound a delay of more than this is too long
   */
  public StandingDelay(Duration bound) {
    this.boundNanos = bound.toNanos();
  }

  /** Something went through at this time of a monotonic clock, with this delay. */
  public synchronized void passed(long nowNanos, long delayNanos) {
    if (!begun || nowNanos - windowBeganAt >= WINDOW_NANOS) {
      standing = begun && quickest > boundNanos;
      begun = true;
      windowBeganAt = nowNanos;
      quickest = delayNanos;
    } else {
      quickest = Math.min(quickest, delayNanos);
    }
    standing &= quickest > boundNanos;
  }

  /** Whether the queue stands; not once nothing has gone through for a while. */
  public synchronized boolean isTooLong(long nowNanos) {
    return standing && nowNanos - windowBeganAt < 2 * WINDOW_NANOS;
  }
}

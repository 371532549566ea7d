package io.vigil.alert.topology;

import java.util.function.LongSupplier;

/**
 * Whether watermarks still come, by a clock that does not jump. It looks about once a second; where
 * it could not look for longer, the thread was held up, and nothing is known of the log.
 */
final class Attention {
  private static final long HELD_UP_NANOS = 2_500_000_000L;

  private final LongSupplier nanoTime;
  private final long limitNanos;
  private long heardAt;
  private long lookedAt;

  Attention(LongSupplier nanoTime, long limitMs) {
    this.nanoTime = nanoTime;
    this.limitNanos = limitMs * 1_000_000;
    this.heardAt = nanoTime.getAsLong();
    this.lookedAt = heardAt;
  }

  /** A watermark has come. */
  void heard() {
    heardAt = nanoTime.getAsLong();
  }

  /** Whether none has come for the limit, although we looked all the time. */
  boolean isLost() {
    long now = nanoTime.getAsLong();
    if (now - lookedAt > HELD_UP_NANOS) {
      heardAt = now;
    }
    lookedAt = now;
    return now - heardAt > limitNanos;
  }
}

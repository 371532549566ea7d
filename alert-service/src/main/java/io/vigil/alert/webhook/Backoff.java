package io.vigil.alert.webhook;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long after each failure, up to a bound, each
 * time shortened by chance by up to a half, so that those who failed together do not come back
 * together.
 */
final class Backoff {
  private final long firstMs;
  private final long longestMs;
  private final DoubleSupplier chance;

  /**
   * @param chance at least 0, less than 1
   */
  Backoff(Duration first, Duration longest, DoubleSupplier chance) {
    this.firstMs = first.toMillis();
    this.longestMs = longest.toMillis();
    this.chance = chance;
  }

  /** The wait after so many failures, from one on, in milliseconds. */
  long afterMs(int failures) {
    int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(firstMs) - 2);
    long wait = Math.min(longestMs, firstMs << Math.max(0, doublings));
    return Math.round(wait * (1 - chance.getAsDouble() / 2));
  }
}

package io.vigil.generator.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double from the first to the longest, each shortened by chance by up to a half so that
 * many who failed at once do not come back at once. Not for several threads.
 */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** How long to wait after one more failure. */
  public Duration afterFailure() {
    Duration full = next;
    Duration doubled = full.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return full.minusMillis((long) (random.nextDouble() * full.toMillis() / 2));
  }

  /** A wait of at least this, by chance up to a quarter longer. */
  public Duration atLeast(Duration asked) {
    return asked.plusMillis((long) (random.nextDouble() * asked.toMillis() / 4));
  }

  /** The next failure is a first one again. */
  public void reset() {
    next = first;
  }
}

package io.vigil.deploy.supervision;

import java.time.Duration;

/** How long to wait before a part that died is started again. Not safe for use by many threads. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A part that lived this long had started well; its next death is a new story. */
  private static final Duration LIVED_WELL = Duration.ofSeconds(60);

  private Duration next = FIRST;

  /** The wait after a life of this length: a second, doubling up to thirty. */
  Duration afterLifeOf(Duration life) {
    if (life.compareTo(LIVED_WELL) >= 0) {
      reset();
    }
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }

  void reset() {
    next = FIRST;
  }
}

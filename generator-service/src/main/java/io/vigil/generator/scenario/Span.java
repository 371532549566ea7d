package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Whom a scenario happens to, and when.
 *
 * @param until when it ends; a driven heart needs some seconds more to come back
 */
record Span(String patient, Instant from, Instant until) {

  /** Full seconds from the start to this epoch second. */
  long secondsSince(long second) {
    return second - from.getEpochSecond();
  }

  /** How long it still goes on. */
  Duration leftAt(Instant time) {
    Duration left = Duration.between(time, until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Chance, the same whenever it is asked for the same second. */
  SplittableRandom chance(long second) {
    return new SplittableRandom(second * 1_000_003L + patient.hashCode());
  }
}

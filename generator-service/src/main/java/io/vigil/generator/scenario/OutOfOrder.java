package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * The readings of each window are sent in the opposite order, one after the other, while those of
 * the next one are measured.
 */
record OutOfOrder(Span span, int window) implements Effect {
  @Override
  public Duration holdsBack(Instant time) {
    long place = Math.floorMod(span.secondsSince(time.getEpochSecond()), (long) window);
    // The last of a window goes a second after it was measured, the first 2 × window - 1 after.
    return Duration.ofSeconds(2 * (window - 1 - place) + 1);
  }
}

package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;

/** Each reading is sent so much later than it was measured. */
record LateDelivery(int seconds) implements Effect {
  @Override
  public Duration holdsBack(Instant time) {
    return Duration.ofSeconds(seconds);
  }
}

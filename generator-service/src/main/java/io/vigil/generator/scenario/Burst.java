package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;

/** The link is down: the device measures, sends nothing, and then sends everything at once. */
record Burst(Span span) implements Effect {
  @Override
  public Duration holdsBack(Instant time) {
    return span.leftAt(time);
  }
}

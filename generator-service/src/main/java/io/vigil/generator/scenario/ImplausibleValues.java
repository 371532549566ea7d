package io.vigil.generator.scenario;

import io.vigil.generator.signal.HeartRate;

/** Every so many seconds the monitor shows what no heart can do. */
record ImplausibleValues(Span span, int value, int every) implements Effect {
  @Override
  public int shown(HeartRate heart, long second) {
    return span.secondsSince(second) % every == 0 ? value * 100 : heart.hundredthsAt(second);
  }
}

package io.vigil.generator.scenario;

import io.vigil.generator.signal.HeartRate;

/** The heart goes to and fro around a limit: half of each period above it, half below. */
record FlappingHeart(Span span, int limit, int by, int period) implements Effect {
  @Override
  public int shown(HeartRate heart, long second) {
    boolean above = Math.floorMod(span.secondsSince(second), (long) period) < (period + 1) / 2;
    return (above ? limit + by : limit - by) * 100;
  }
}

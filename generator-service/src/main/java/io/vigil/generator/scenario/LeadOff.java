package io.vigil.generator.scenario;

import io.vigil.generator.signal.HeartRate;

/**
 * An electrode comes off: wild values, then none although the device is there, and wild ones again
 * while it is put back.
 *
 * @param artefactSeconds how long the values are wild, at each end
 */
record LeadOff(Span span, int artefactSeconds) implements Effect {
  private static final int LOWEST = 2_500;
  private static final int HIGHEST = 24_000;

  @Override
  public boolean measures(long second) {
    return isWild(second);
  }

  @Override
  public int shown(HeartRate heart, long second) {
    return span.chance(second).nextInt(LOWEST / 100, HIGHEST / 100) * 100;
  }

  private boolean isWild(long second) {
    return span.secondsSince(second) < artefactSeconds
        || span.until().getEpochSecond() - second <= artefactSeconds;
  }
}

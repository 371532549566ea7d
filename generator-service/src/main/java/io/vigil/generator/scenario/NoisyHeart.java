package io.vigil.generator.scenario;

import io.vigil.generator.signal.HeartRate;
import io.vigil.schema.vital.Vital;

/** The value is off by chance, in each second anew, by so much at most. */
record NoisyHeart(Span span, int amplitude) implements Effect {
  @Override
  public int shown(HeartRate heart, long second) {
    int off = span.chance(second).nextInt(-amplitude, amplitude + 1) * 100;
    int noisy = heart.hundredthsAt(second) + off;
    return Math.max(
        Vital.HEART_RATE.minHundredths(), Math.min(Vital.HEART_RATE.maxHundredths(), noisy));
  }
}

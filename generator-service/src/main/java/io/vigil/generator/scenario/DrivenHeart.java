package io.vigil.generator.scenario;

import io.vigil.generator.signal.Course;
import io.vigil.generator.signal.HeartRate;

/** The heart goes to a rate, stays close to it and comes back. */
record DrivenHeart(Course course) implements Effect {
  static DrivenHeart to(int bpm, Span span) {
    return new DrivenHeart(
        new Course(bpm, span.from().getEpochSecond(), span.until().getEpochSecond()));
  }

  @Override
  public int shown(HeartRate heart, long second) {
    return heart.hundredthsAt(second, course);
  }
}

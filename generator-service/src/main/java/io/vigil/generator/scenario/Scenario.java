package io.vigil.generator.scenario;

import io.vigil.generator.signal.Course;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens to a patient from one instant to another.
 *
 * @param from when it starts
 * @param until when it ends; a driven heart needs some seconds more to come back
 */
record Scenario(String id, String patient, ScenarioKind kind, Instant from, Instant until) {

  boolean isActiveAt(Instant now) {
    return now.isBefore(until);
  }

  /** Whether nothing of it can be felt any more. */
  boolean isOverAt(Instant now) {
    return course()
        .map(course -> course.isOverAt(now.getEpochSecond()))
        .orElseGet(() -> !isActiveAt(now));
  }

  /** Whether the device is silent at this time. */
  boolean silencesAt(Instant time) {
    return kind == ScenarioKind.SIGNAL_LOSS && !time.isBefore(from) && time.isBefore(until);
  }

  /** Where it drives the heart, if it does. */
  Optional<Course> course() {
    return kind.target().stream()
        .mapToObj(bpm -> new Course(bpm, from.getEpochSecond(), until.getEpochSecond()))
        .findFirst();
  }

  Scenario endedAt(Instant now) {
    return isActiveAt(now) ? new Scenario(id, patient, kind, from, now) : this;
  }
}

package io.vigil.generator.scenario;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happens to a patient from one instant to another.
 *
 * @param parameters all that its kind has
 * @param effect what it does
 */
record Scenario(
    String id, ScenarioKind kind, Map<String, Long> parameters, Span span, Effect effect) {

  static Scenario of(String id, ScenarioKind kind, Map<String, Long> parameters, Span span) {
    return new Scenario(id, kind, parameters, span, kind.effect(span, parameters));
  }

  String patient() {
    return span.patient();
  }

  boolean isActiveAt(Instant now) {
    return now.isBefore(span.until());
  }

  /** Whether nothing of it can be felt any more. */
  boolean isOverAt(Instant now) {
    return effect instanceof DrivenHeart driven
        ? driven.course().isOverAt(now.getEpochSecond())
        : !isActiveAt(now);
  }

  /** What it does to what is measured at this time. */
  Effect effectAt(Instant time) {
    boolean began = !time.isBefore(span.from()) || effect instanceof DrivenHeart;
    return began && !isOverAt(time) ? effect : Effect.NONE;
  }

  Scenario endedAt(Instant now) {
    return isActiveAt(now) ? of(id, kind, parameters, new Span(patient(), span.from(), now)) : this;
  }
}

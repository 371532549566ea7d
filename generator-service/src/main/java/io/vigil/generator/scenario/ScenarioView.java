package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A scenario as the API tells it. */
record ScenarioView(
    String id,
    String patient,
    String kind,
    long seconds,
    Instant startedAt,
    Instant endsAt,
    Map<String, Long> parameters) {

  static ScenarioView of(Scenario scenario) {
    Span span = scenario.span();
    return new ScenarioView(
        scenario.id(),
        scenario.patient(),
        scenario.kind().code(),
        Duration.between(span.from(), span.until()).toSeconds(),
        span.from(),
        span.until(),
        scenario.parameters());
  }
}

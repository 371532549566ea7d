package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;

/** A scenario as the API tells it. */
record ScenarioView(
    String id, String patient, String kind, long seconds, Instant startedAt, Instant endsAt) {

  static ScenarioView of(Scenario scenario) {
    return new ScenarioView(
        scenario.id(),
        scenario.patient(),
        scenario.kind().code(),
        Duration.between(scenario.from(), scenario.until()).toSeconds(),
        scenario.from(),
        scenario.until());
  }
}

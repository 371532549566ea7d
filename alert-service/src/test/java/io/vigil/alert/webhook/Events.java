package io.vigil.alert.webhook;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.math.BigDecimal;
import java.time.Instant;

/** Alarm events for tests. */
final class Events {
  private static final Instant ONSET = Instant.parse("2026-11-24T22:00:00Z");

  private Events() {}

  /** Of priority medium. */
  static AlertEvent highRaised(String patient, int revision) {
    return raised(patient, AlertRule.HIGH, revision);
  }

  static AlertEvent pipelineRaised() {
    return raised("vigil", AlertRule.PIPELINE, 1);
  }

  private static AlertEvent raised(String patient, AlertRule rule, int revision) {
    return AlertEvent.of(
        new Alert(
            AlertId.of(patient, "heart_rate", rule, ONSET),
            patient,
            "heart_rate",
            rule,
            rule.category(),
            AlertPriority.MEDIUM,
            AlertState.RAISED,
            ONSET,
            ONSET.plusSeconds(10),
            BigDecimal.valueOf(134),
            BigDecimal.valueOf(120),
            "HR 134 > 120",
            false,
            revision,
            false,
            null,
            null));
  }
}

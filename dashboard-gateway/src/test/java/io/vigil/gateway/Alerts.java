package io.vigil.gateway;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.math.BigDecimal;
import java.time.Instant;

/** Alerts for tests: a heart rate above its limit. */
public final class Alerts {
  private Alerts() {}

  /** The first revision, ten seconds after the onset. */
  public static Alert raised(String patient, Instant onset) {
    return new Alert(
        AlertId.of(patient, "heart_rate", AlertRule.HIGH, onset),
        patient,
        "heart_rate",
        AlertRule.HIGH,
        AlertRule.HIGH.category(),
        AlertPriority.MEDIUM,
        AlertState.RAISED,
        onset,
        onset.plusSeconds(10),
        new BigDecimal("134"),
        new BigDecimal("120"),
        "HR 134 > 120",
        false,
        1,
        false,
        null,
        null);
  }

  /** The next revision, in this state, a minute later. */
  public static Alert next(Alert before, AlertState state, boolean latched) {
    return new Alert(
        before.id(),
        before.patient(),
        before.vital(),
        before.rule(),
        before.category(),
        before.priority(),
        state,
        before.onset(),
        before.time().plusSeconds(60),
        before.value(),
        before.limit(),
        before.text(),
        before.late(),
        before.revision() + 1,
        latched,
        before.by(),
        before.note());
  }
}

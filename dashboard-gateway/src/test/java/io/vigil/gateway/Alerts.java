package io.vigil.gateway;

import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.Offsets;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The first revision of one that says what all of these say: Vigil, a ward or a device is silent.
   */
  public static Alert silent(String what, AlertRule rule, Instant onset, String... members) {
    return new Alert(
        AlertId.of(what, null, rule, onset),
        what,
        null,
        rule,
        rule.category(),
        AlertPriority.HIGH,
        AlertState.RAISED,
        onset,
        onset.plusSeconds(5),
        null,
        new BigDecimal("5"),
        what + " is silent",
        false,
        1,
        false,
        null,
        null,
        null,
        null,
        null,
        members.length == 0 ? null : List.of(members));
  }

  /** What the tail tells its listeners of this revision. */
  public static Batch told(Alert alert) {
    Offsets nowhere = Offsets.zero(1);
    return new Batch(
        List.of(), List.of(new AlertAt(alert, 0, nowhere)), List.of(), List.of(), nowhere, nowhere);
  }

  /** The next revision, acknowledged by somebody, a minute later. */
  public static Alert acknowledged(Alert before, String by, @Nullable String note) {
    return next(before, AlertState.ACKNOWLEDGED, false, by, note);
  }

  /** The next revision, in this state, a minute later. */
  public static Alert next(Alert before, AlertState state, boolean latched) {
    return next(before, state, latched, before.by(), before.note());
  }

  private static Alert next(
      Alert before, AlertState state, boolean latched, @Nullable String by, @Nullable String note) {
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
        by,
        note,
        before.circle(),
        before.source(),
        before.group(),
        before.members());
  }
}

package io.vigil.alert.rule;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertId;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that was raised and is not resolved yet.
 *
 * @param onsetMs when its condition began; with patient, vital and rule it makes the id
 * @param revision of the newest event that told of it, 0 before the first
 */
record Episode(AlertRule rule, AlertPriority priority, long onsetMs, int revision) {

  /** After one more event. */
  Episode next() {
    return new Episode(rule, priority, onsetMs, revision + 1);
  }

  /** The event of this revision. */
  Alert tell(
      Subject subject,
      AlertState state,
      long timeMs,
      @Nullable BigDecimal value,
      BigDecimal limit,
      String text) {
    Instant onset = Instant.ofEpochMilli(onsetMs);
    String vital = subject.vital().code();
    return new Alert(
        AlertId.of(subject.patient(), vital, rule, onset),
        subject.patient(),
        vital,
        rule,
        rule.category(),
        priority,
        state,
        onset,
        Instant.ofEpochMilli(timeMs),
        value,
        limit,
        text,
        false,
        revision,
        false,
        null,
        null);
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The silence of one vital of one patient, in ingest time: a gap is raised when nothing is heard
 * for the gap limit, and resolved by a few readings without a gap between them.
 */
final class Silence {
  /** This many readings in a row end a gap. */
  static final int ENDED_BY = 3;

  /** An ingest clock that is set back by more than this is believed. */
  private static final long STEP_BACK_MS = 2_000;

  private final Subject subject;
  private @Nullable Episode episode;
  private long heardAt = NONE;
  private int inARow;

  Silence(Subject subject) {
    this.subject = subject;
  }

  /** When a reading was last heard, or {@link Times#NONE}. */
  long heardAt() {
    return heardAt;
  }

  /** Whether a gap could be raised: something was heard, and none is raised yet. */
  boolean isWatched() {
    return heardAt != NONE && episode == null;
  }

  /** Takes in that a reading was heard. */
  void hear(long ingestMs, VitalRules rules, Consumer<Alert> alarms) {
    boolean follows = heardAt != NONE && ingestMs - heardAt <= rules.gapAfterMs();
    boolean setBack = heardAt != NONE && heardAt - ingestMs > STEP_BACK_MS;
    inARow = follows ? Math.min(inARow + 1, ENDED_BY) : 1;
    heardAt = setBack ? ingestMs : Math.max(heardAt, ingestMs);
    if (episode != null && inARow == ENDED_BY) {
      tell(AlertState.RESOLVED, ingestMs, rules, "readings again", alarms);
      episode = null;
    }
  }

  /** The silence since the last reading has lasted for the gap limit. */
  void raise(AlertPriority priority, VitalRules rules, Consumer<Alert> alarms) {
    episode = new Episode(AlertRule.GAP, priority, heardAt, 0);
    inARow = 0;
    String text = "no reading for " + limit(rules).toPlainString() + " s";
    tell(AlertState.RAISED, heardAt + rules.gapAfterMs(), rules, text, alarms);
  }

  /** The patient has left. */
  void end(long timeMs, VitalRules rules, Consumer<Alert> alarms) {
    if (episode != null) {
      tell(AlertState.RESOLVED, timeMs, rules, "alarm ended: discharged", alarms);
      episode = null;
    }
  }

  private void tell(
      AlertState state, long timeMs, VitalRules rules, String text, Consumer<Alert> alarms) {
    if (episode != null) {
      episode = episode.next();
      String label = subject.vital().label();
      alarms.accept(episode.tell(subject, state, timeMs, null, limit(rules), label + " " + text));
    }
  }

  private static BigDecimal limit(VitalRules rules) {
    BigDecimal seconds = BigDecimal.valueOf(rules.gapAfterMs(), 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  void writeTo(StateWriter to) {
    to.episode(episode);
    to.time(heardAt);
    to.count(inARow);
  }

  static Silence readFrom(StateReader from, Subject subject) {
    Silence read = new Silence(subject);
    read.episode = from.episode(AlertRule.GAP);
    read.heardAt = from.time();
    read.inARow = from.count();
    return read;
  }
}

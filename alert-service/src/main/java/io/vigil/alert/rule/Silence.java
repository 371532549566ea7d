package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import java.math.BigDecimal;

/**
 * The silence of one vital of one patient, in ingest time: a gap is raised when nothing is heard
 * for the gap limit, and resolved by a few readings without a gap between them.
 *
 * <p>Where another vital's gap tells that the patient is silent already, this one's is held under
 * until that has ended.
 */
final class Silence {
  /** This many readings in a row end a gap. */
  static final int ENDED_BY = 3;

  /** An ingest clock that is set back by more than this is believed. */
  private static final long STEP_BACK_MS = 2_000;

  private final Subject subject;
  private final Alarm alarm;
  private long heardAt = NONE;

  /** From when on this silence counts: when it was heard, or when another vital's gap ended. */
  private long countsFrom = NONE;

  private int inARow;
  private boolean heldUnder;

  Silence(Subject subject) {
    this(subject, new Alarm(subject, AlertRule.GAP));
  }

  private Silence(Subject subject, Alarm alarm) {
    this.subject = subject;
    this.alarm = alarm;
  }

  Alarm alarm() {
    return alarm;
  }

  /** From when on it counts, or {@link Times#NONE} where nothing was heard yet. */
  long countsFrom() {
    return countsFrom;
  }

  /** Whether a gap could be raised: something was heard, and none is told or held under. */
  boolean isWatched() {
    return heardAt != NONE && !alarm.isRaised() && !heldUnder;
  }

  boolean wasHeard() {
    return heardAt != NONE;
  }

  /** Whether a reading at this time comes without a gap after the one before. */
  boolean isFollowedBy(long ingestMs, long gapAfterMs) {
    return heardAt != NONE && ingestMs - heardAt <= gapAfterMs;
  }

  /** Takes in that a reading was heard; returns whether that has ended a gap. */
  boolean hear(long ingestMs, VitalRules rules, Moment at) {
    boolean follows = isFollowedBy(ingestMs, rules.timing().gapAfterMs());
    boolean setBack = heardAt != NONE && heardAt - ingestMs > STEP_BACK_MS;
    inARow = follows ? Math.min(inARow + 1, ENDED_BY) : 1;
    heardAt = setBack ? ingestMs : Math.max(heardAt, ingestMs);
    countsFrom = heardAt;
    heldUnder = false;
    if (alarm.isRaised() && inARow == ENDED_BY) {
      alarm.resolve(ingestMs, null, subject.text("readings again"), at);
      return true;
    }
    return false;
  }

  /** The silence has lasted for the gap limit. */
  void raise(AlertPriority priority, VitalRules rules, Moment at) {
    inARow = 0;
    BigDecimal limit = seconds(rules.timing().gapAfterMs());
    Finding finding =
        new Finding(
            null,
            limit,
            subject.text("no reading for " + limit.toPlainString() + " s"),
            "device",
            null);
    alarm.raise(priority, heardAt, countsFrom + rules.timing().gapAfterMs(), finding, at);
  }

  /** The silence has lasted, but another vital's gap says so for the whole patient. */
  void holdUnder() {
    heldUnder = true;
  }

  /** The gap that this one was held under has ended; returns whether it was. */
  boolean letGo(long ingestMs) {
    boolean was = heldUnder;
    if (was) {
      heldUnder = false;
      countsFrom = Math.max(countsFrom, ingestMs);
    }
    return was;
  }

  static BigDecimal seconds(long ms) {
    BigDecimal seconds = BigDecimal.valueOf(ms, 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  void writeTo(StateWriter to) {
    alarm.writeTo(to);
    to.time(heardAt);
    to.time(countsFrom);
    to.count(inARow);
    to.flag(heldUnder);
  }

  static Silence readFrom(StateReader from, Subject subject) {
    Silence read = new Silence(subject, Alarm.readFrom(from, subject, AlertRule.GAP));
    read.heardAt = from.time();
    read.countsFrom = from.time();
    read.inARow = from.count();
    read.heldUnder = from.flag();
    return read;
  }
}

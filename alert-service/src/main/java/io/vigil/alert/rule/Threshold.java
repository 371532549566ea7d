package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one vital of one patient: raised when values stay beyond it for the hold time,
 * resolved when they stay back inside for as long.
 *
 * <p>What was said stays said: a reading that arrives out of order is judged in its place, but
 * nothing before the last event is judged again. The outcome of all readings that no other may come
 * before any more is kept as settled, so that the few after them can be judged anew.
 */
final class Threshold {
  private final Subject subject;
  private final Side side;
  private @Nullable Episode episode;

  private long settledTo = NONE;
  private long settledSince = NONE;

  /** The event time of the newest reading judged. */
  private long judgedTo = NONE;

  /** The first reading of the present hold: beyond the limit, or back inside once raised. */
  private long holdsSince = NONE;

  Threshold(Subject subject, Side side) {
    this.subject = subject;
    this.side = side;
  }

  /** Judges a reading that comes after all that were judged; others are passed over. */
  void judge(long time, int value, VitalRules rules, Consumer<Alert> alarms) {
    if (time <= judgedTo) {
      return;
    }
    holdsSince = holdAfter(judgedTo, holdsSince, time, value, rules);
    judgedTo = time;
    if (holdsSince != NONE && time - holdsSince >= rules.holdForMs()) {
      decide(time, value, rules, alarms);
    }
  }

  /** Judges again what is not settled, because a reading has come between. */
  void judgeAgain(RecentReadings recent, VitalRules rules, Consumer<Alert> alarms) {
    judgedTo = settledTo;
    holdsSince = settledSince;
    for (int i = 0; i < recent.size(); i++) {
      judge(recent.timeAt(i), recent.valueAt(i), rules, alarms);
    }
  }

  /** No reading will come before this one, which was judged. */
  void settle(long time, int value, VitalRules rules) {
    if (time > settledTo) {
      settledSince = holdAfter(settledTo, settledSince, time, value, rules);
      settledTo = time;
    }
  }

  /** The patient has left. */
  void end(long timeMs, VitalRules rules, Consumer<Alert> alarms) {
    if (episode != null) {
      Episode ended = episode.next();
      String text = subject.vital().label() + " alarm ended: discharged";
      alarms.accept(ended.tell(subject, AlertState.RESOLVED, timeMs, null, limit(rules), text));
      episode = null;
    }
  }

  private long holdAfter(long before, long since, long time, int value, VitalRules rules) {
    boolean holds = episode == null ? side.isBeyond(value, rules) : side.isBackInside(value, rules);
    if (!holds) {
      return NONE;
    }
    boolean silentBetween = before != NONE && time - before > rules.gapAfterMs();
    return since == NONE || silentBetween ? time : since;
  }

  private void decide(long time, int value, VitalRules rules, Consumer<Alert> alarms) {
    if (episode == null) {
      episode = new Episode(side.rule(), AlertPriority.MEDIUM, holdsSince, 1);
      String text = text(value, side.beyondSign(), side.limit(rules));
      alarms.accept(tell(episode, AlertState.RAISED, time, value, rules, text));
    } else {
      String text = text(value, side.insideSign(), side.backInsideLimit(rules));
      alarms.accept(tell(episode.next(), AlertState.RESOLVED, time, value, rules, text));
      episode = null;
    }
    holdsSince = NONE;
    settledTo = time;
    settledSince = NONE;
  }

  private Alert tell(
      Episode told, AlertState state, long time, int value, VitalRules rules, String text) {
    return told.tell(subject, state, time, Vital.decimal(value), limit(rules), text);
  }

  private BigDecimal limit(VitalRules rules) {
    return Vital.decimal(side.limit(rules));
  }

  private String text(int value, String sign, int limit) {
    return "%s %s %s %s"
        .formatted(
            subject.vital().label(),
            Vital.decimal(value).toPlainString(),
            sign,
            Vital.decimal(limit).toPlainString());
  }

  void writeTo(StateWriter to) {
    to.episode(episode);
    to.time(settledTo);
    to.time(settledSince);
    to.time(judgedTo);
    to.time(holdsSince);
  }

  static Threshold readFrom(StateReader from, Subject subject, Side side) {
    Threshold read = new Threshold(subject, side);
    read.episode = from.episode(side.rule());
    read.settledTo = from.time();
    read.settledSince = from.time();
    read.judgedTo = from.time();
    read.holdsSince = from.time();
    return read;
  }
}

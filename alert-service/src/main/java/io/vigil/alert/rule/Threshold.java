package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.vital.Vital;

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
  private final Bound bound;
  private final Alarm alarm;

  private long settledTo = NONE;
  private long settledSince = NONE;

  /** The event time of the newest reading judged. */
  private long judgedTo = NONE;

  /** The first reading of the present hold: beyond the limit, or back inside once raised. */
  private long holdsSince = NONE;

  Threshold(Subject subject, Bound bound) {
    this(subject, bound, new Alarm(subject, bound.rule()));
  }

  private Threshold(Subject subject, Bound bound, Alarm alarm) {
    this.subject = subject;
    this.bound = bound;
    this.alarm = alarm;
  }

  /** What a reading has decided. */
  enum Decision {
    NONE,
    RAISED,
    RESOLVED
  }

  Alarm alarm() {
    return alarm;
  }

  boolean isRaised() {
    return alarm.isRaised();
  }

  /** Judges a reading that comes after all that were judged; others are passed over. */
  Decision judge(long time, int value, VitalRules rules, Moment at) {
    if (time <= judgedTo) {
      return Decision.NONE;
    }
    holdsSince = holdAfter(judgedTo, holdsSince, time, value, rules);
    judgedTo = time;
    boolean complete = holdsSince != NONE && time - holdsSince >= holdForMs(rules);
    return complete ? decide(time, value, rules, at) : Decision.NONE;
  }

  private long holdForMs(VitalRules rules) {
    return alarm.isRaised() ? rules.timing().holdForMs() : bound.raisedAfterMs(rules);
  }

  /** Forgets what is not settled, so that it is judged again. */
  void rewind() {
    judgedTo = settledTo;
    holdsSince = settledSince;
  }

  /** No reading will come before this one, which was judged. */
  void settle(long time, int value, VitalRules rules) {
    if (time > settledTo) {
      settledSince = holdAfter(settledTo, settledSince, time, value, rules);
      settledTo = time;
    }
  }

  /** Holds start anew after this time; nothing up to it is judged any more. */
  void startAnewAfter(long time) {
    settledTo = time;
    settledSince = NONE;
    judgedTo = time;
    holdsSince = NONE;
  }

  /** Something more urgent was raised on this side by this reading. */
  void giveWay(long time, int value, Moment at) {
    long until = Math.max(time, settledTo);
    alarm.resolve(until, Vital.decimal(value), subject.text("alarm ended: now extreme"), at);
    startAnewAfter(until);
  }

  /** A reading that is not judged, since something more urgent lasts. */
  void passOver(long time) {
    if (time > judgedTo) {
      judgedTo = time;
      holdsSince = NONE;
    }
  }

  /** The same for a reading that no other will come before. */
  void settleOver(long time) {
    if (time > settledTo) {
      settledTo = time;
      settledSince = NONE;
    }
  }

  /** From now on other limits hold, this one perhaps among them. */
  void changeLimit(VitalRules before, VitalRules after, Moment at) {
    if (bound.limit(before) == bound.limit(after)) {
      return;
    }
    startAnewAfter(judgedTo);
    if (alarm.isRaised() && !bound.isThere(after)) {
      alarm.end(at.nowMs(), "no limit", at);
    }
  }

  private long holdAfter(long before, long since, long time, int value, VitalRules rules) {
    boolean holds =
        alarm.isRaised() ? bound.isBackInside(value, rules) : bound.isBeyond(value, rules);
    if (!holds) {
      return NONE;
    }
    boolean silentBetween = before != NONE && time - before > rules.timing().gapAfterMs();
    return since == NONE || silentBetween ? time : since;
  }

  private Decision decide(long time, int value, VitalRules rules, Moment at) {
    Decision decision;
    if (alarm.isRaised()) {
      String text = text(value, bound.insideSign(), bound.backInsideLimit(rules));
      alarm.resolve(time, Vital.decimal(value), text, at);
      decision = Decision.RESOLVED;
    } else {
      alarm.raise(bound.priority(), holdsSince, time, beyond(value, rules), at);
      decision = Decision.RAISED;
    }
    startAnewAfter(time);
    return decision;
  }

  private Finding beyond(int value, VitalRules rules) {
    int limit = bound.limit(rules);
    return new Finding(
        Vital.decimal(value), Vital.decimal(limit), text(value, bound.beyondSign(), limit));
  }

  private String text(int value, String sign, int limit) {
    return subject.text(
        "%s %s %s"
            .formatted(
                Vital.decimal(value).toPlainString(), sign, Vital.decimal(limit).toPlainString()));
  }

  void writeTo(StateWriter to) {
    alarm.writeTo(to);
    to.time(settledTo);
    to.time(settledSince);
    to.time(judgedTo);
    to.time(holdsSince);
  }

  static Threshold readFrom(StateReader from, Subject subject, Bound bound) {
    Threshold read = new Threshold(subject, bound, Alarm.readFrom(from, subject, bound.rule()));
    read.settledTo = from.time();
    read.settledSince = from.time();
    read.judgedTo = from.time();
    read.holdsSince = from.time();
    return read;
  }
}

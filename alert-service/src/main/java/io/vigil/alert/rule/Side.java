package io.vigil.alert.rule;

import java.util.function.Consumer;

/**
 * The upper or the lower limits of one vital: the plain one gives way when the extreme one is
 * raised, and is not judged while that lasts; when it resolves, holds start anew.
 */
final class Side {
  private final Threshold plain;
  private final Threshold extreme;

  private Side(Threshold plain, Threshold extreme) {
    this.plain = plain;
    this.extreme = extreme;
  }

  static Side upper(Subject subject) {
    return new Side(new Threshold(subject, Bound.HIGH), new Threshold(subject, Bound.EXTREME_HIGH));
  }

  static Side lower(Subject subject) {
    return new Side(new Threshold(subject, Bound.LOW), new Threshold(subject, Bound.EXTREME_LOW));
  }

  /** Judges a reading that comes after all that were judged; others are passed over. */
  void judge(long time, int value, VitalRules rules, Moment at) {
    switch (extreme.judge(time, value, rules, at)) {
      case RAISED -> plain.giveWay(time, value, at);
      // The reading that resolves is the first that can begin a hold.
      case RESOLVED -> plain.startAnewAfter(time - 1);
      case NONE -> {}
    }
    if (extreme.isRaised()) {
      plain.passOver(time);
    } else {
      plain.judge(time, value, rules, at);
    }
  }

  /** Judges again what is not settled, because a reading has come between. */
  void judgeAgain(RecentReadings recent, VitalRules rules, Moment at) {
    plain.rewind();
    extreme.rewind();
    for (int i = 0; i < recent.size(); i++) {
      judge(recent.timeAt(i), recent.valueAt(i), rules, at);
    }
  }

  /** No reading will come before this one, which was judged. */
  void settle(long time, int value, VitalRules rules) {
    extreme.settle(time, value, rules);
    if (extreme.isRaised()) {
      plain.settleOver(time);
    } else {
      plain.settle(time, value, rules);
    }
  }

  /** From now on other limits hold: what was judged stays, holds at a changed limit start anew. */
  void changeLimits(VitalRules before, VitalRules after, Moment at) {
    plain.changeLimit(before, after, at);
    extreme.changeLimit(before, after, at);
  }

  void forEachAlarm(Consumer<Alarm> action) {
    action.accept(plain.alarm());
    action.accept(extreme.alarm());
  }

  void writeTo(StateWriter to) {
    plain.writeTo(to);
    extreme.writeTo(to);
  }

  static Side readUpper(StateReader from, Subject subject) {
    return new Side(
        Threshold.readFrom(from, subject, Bound.HIGH),
        Threshold.readFrom(from, subject, Bound.EXTREME_HIGH));
  }

  static Side readLower(StateReader from, Subject subject) {
    return new Side(
        Threshold.readFrom(from, subject, Bound.LOW),
        Threshold.readFrom(from, subject, Bound.EXTREME_LOW));
  }
}

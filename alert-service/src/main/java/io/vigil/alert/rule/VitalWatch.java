package io.vigil.alert.rule;

import io.vigil.schema.alert.Alert;
import java.util.function.Consumer;

/** What is known of one watched vital of one patient: its recent readings and its alarms. */
final class VitalWatch {
  private final RecentReadings recent;
  private final Threshold high;
  private final Threshold low;
  private final Silence silence;

  VitalWatch(Subject subject) {
    this(
        new RecentReadings(),
        new Threshold(subject, Side.HIGH),
        new Threshold(subject, Side.LOW),
        new Silence(subject));
  }

  private VitalWatch(RecentReadings recent, Threshold high, Threshold low, Silence silence) {
    this.recent = recent;
    this.high = high;
    this.low = low;
    this.silence = silence;
  }

  Silence silence() {
    return silence;
  }

  /** Whether a reading of this event time was here before, and with which value. */
  Outcome check(long time, int value) {
    int at = recent.find(time);
    if (at < 0) {
      return Outcome.JUDGED;
    }
    return recent.valueAt(at) == value ? Outcome.DUPLICATE : Outcome.CONFLICT;
  }

  /** Judges a reading that is not late and was not here before. */
  void judge(long time, int value, VitalRules rules, Consumer<Alert> alarms) {
    int at = -recent.find(time) - 1;
    boolean inOrder = at == recent.size();
    recent.insert(at, time, value);
    if (inOrder) {
      high.judge(time, value, rules, alarms);
      low.judge(time, value, rules, alarms);
    } else {
      high.judgeAgain(recent, rules, alarms);
      low.judgeAgain(recent, rules, alarms);
    }
  }

  /** Nothing from before this event time will be judged any more. */
  void settleBefore(long time, VitalRules rules) {
    int settled = 0;
    while (settled < recent.size()
        && (recent.timeAt(settled) < time || recent.size() - settled > RecentReadings.MOST)) {
      high.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
      low.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
      settled++;
    }
    if (settled > 0) {
      recent.dropFirst(settled);
    }
  }

  /** The patient has left: resolves what is active. */
  void end(long timeMs, VitalRules rules, Consumer<Alert> alarms) {
    high.end(timeMs, rules, alarms);
    low.end(timeMs, rules, alarms);
    silence.end(timeMs, rules, alarms);
  }

  void writeTo(StateWriter to) {
    recent.writeTo(to);
    high.writeTo(to);
    low.writeTo(to);
    silence.writeTo(to);
  }

  static VitalWatch readFrom(StateReader from, Subject subject) {
    return new VitalWatch(
        RecentReadings.readFrom(from),
        Threshold.readFrom(from, subject, Side.HIGH),
        Threshold.readFrom(from, subject, Side.LOW),
        Silence.readFrom(from, subject));
  }
}

package io.vigil.alert.rule;

import java.util.function.Consumer;

/** What is known of one watched vital of one patient: its recent readings and its alarms. */
final class VitalWatch {
  private final RecentReadings recent;
  private final Side upper;
  private final Side lower;
  private final Silence silence;
  private final Reception reception;
  private final LateRuns lateRuns;

  VitalWatch(Subject subject) {
    this(
        new RecentReadings(),
        Side.upper(subject),
        Side.lower(subject),
        new Silence(subject),
        new Reception(subject),
        new LateRuns(subject));
  }

  private VitalWatch(
      RecentReadings recent,
      Side upper,
      Side lower,
      Silence silence,
      Reception reception,
      LateRuns lateRuns) {
    this.recent = recent;
    this.upper = upper;
    this.lower = lower;
    this.silence = silence;
    this.reception = reception;
    this.lateRuns = lateRuns;
  }

  Silence silence() {
    return silence;
  }

  Reception reception() {
    return reception;
  }

  /** A reading that comes too late for the present. */
  void takeLate(long time, int value, VitalRules rules, Moment now) {
    lateRuns.take(time, value, rules, now);
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
  void judge(long time, int value, VitalRules rules, Moment now) {
    int at = -recent.find(time) - 1;
    boolean inOrder = at == recent.size();
    recent.insert(at, time, value);
    lateRuns.note(time);
    if (inOrder) {
      upper.judge(time, value, rules, now);
      lower.judge(time, value, rules, now);
    } else {
      upper.judgeAgain(recent, rules, now);
      lower.judgeAgain(recent, rules, now);
    }
  }

  /** Nothing from before this event time will be judged any more. */
  void settleBefore(long time, VitalRules rules) {
    int settled = 0;
    while (settled < recent.size()
        && (recent.timeAt(settled) < time || recent.size() - settled > RecentReadings.MOST)) {
      upper.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
      lower.settle(recent.timeAt(settled), recent.valueAt(settled), rules);
      settled++;
    }
    if (settled > 0) {
      recent.dropFirst(settled);
    }
  }

  /** From now on other limits hold. */
  void changeLimits(VitalRules before, VitalRules after, Moment at) {
    upper.changeLimits(before, after, at);
    lower.changeLimits(before, after, at);
  }

  void forEachAlarm(Consumer<Alarm> action) {
    upper.forEachAlarm(action);
    lower.forEachAlarm(action);
    action.accept(silence.alarm());
    action.accept(reception.alarm());
  }

  void writeTo(StateWriter to) {
    recent.writeTo(to);
    upper.writeTo(to);
    lower.writeTo(to);
    silence.writeTo(to);
    reception.writeTo(to);
    lateRuns.writeTo(to);
  }

  static VitalWatch readFrom(StateReader from, Subject subject) {
    return new VitalWatch(
        RecentReadings.readFrom(from),
        Side.readUpper(from, subject),
        Side.readLower(from, subject),
        Silence.readFrom(from, subject),
        Reception.readFrom(from, subject),
        LateRuns.readFrom(from, subject));
  }
}

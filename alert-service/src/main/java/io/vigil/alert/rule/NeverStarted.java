package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import java.math.BigDecimal;

/** The wait for the first reading of a patient who was admitted with a device, in ingest time. */
final class NeverStarted {
  private final Alarm alarm;
  private long awaitedSince = NONE;

  NeverStarted(Subject patient) {
    this(new Alarm(patient, AlertRule.NEVER_STARTED));
  }

  private NeverStarted(Alarm alarm) {
    this.alarm = alarm;
  }

  Alarm alarm() {
    return alarm;
  }

  /** A first reading is expected from this time on, unless it is already. */
  void await(long sinceMs) {
    if (awaitedSince == NONE) {
      awaitedSince = sinceMs;
    }
  }

  /** When it could be raised, or the largest number where it cannot. */
  long dueMs(Rules rules, Listening listening) {
    return awaitedSince == NONE || alarm.isRaised()
        ? Long.MAX_VALUE
        : listening.countedFrom(awaitedSince) + rules.neverStartedAfterMs();
  }

  /** The wait has lasted too long. */
  void raise(AlertPriority priority, Moment at) {
    BigDecimal limit = Silence.seconds(at.with().rules().neverStartedAfterMs());
    String text = "no reading since admission, for " + limit.toPlainString() + " s";
    alarm.raise(
        priority, awaitedSince, at.nowMs(), new Finding(null, limit, text, "device", null), at);
  }

  /** The first reading has come. */
  void hear(long ingestMs, Moment at) {
    if (awaitedSince != NONE) {
      awaitedSince = NONE;
      at.due().forget();
      alarm.resolve(ingestMs, null, "first reading", at);
    }
  }

  /** Nothing is expected any more. */
  void giveUp(Moment at) {
    awaitedSince = NONE;
    alarm.end(at.nowMs(), "no device", at);
  }

  void writeTo(StateWriter to) {
    alarm.writeTo(to);
    to.time(awaitedSince);
  }

  static NeverStarted readFrom(StateReader from, Subject patient) {
    NeverStarted read = new NeverStarted(Alarm.readFrom(from, patient, AlertRule.NEVER_STARTED));
    read.awaitedSince = from.time();
    return read;
  }
}

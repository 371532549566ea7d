package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.command.Acknowledge;
import java.math.BigDecimal;

/**
 * The alarm that our own pipeline is silent: no watermark has come for its limit. It is one alarm
 * for all patients, under a name of its own; one partition tells it for all.
 */
public final class Pipeline {
  /** Stands where an alarm of a patient has the patient's id; its key as well. */
  public static final String NAME = "vigil";

  private final Alarm alarm;

  Pipeline() {
    this(new Alarm(new Subject(NAME, null), AlertRule.PIPELINE));
  }

  private Pipeline(Alarm alarm) {
    this.alarm = alarm;
  }

  /**
   * We listen: everything was heard up to one time, and now up to another. A leap that nobody
   * noticed while it lasted is told now, as it would have been.
   */
  public void listens(long fromMs, long toMs, Surroundings with) {
    long afterMs = with.rules().pipelineAfterMs();
    if (!alarm.isRaised() && fromMs != NONE && toMs - fromMs > afterMs) {
      silent(fromMs, with);
    }
    if (alarm.isRaised()) {
      alarm.resolve(toMs, null, "Vigil takes readings again", moment(toMs, with));
    }
  }

  /** Nothing has come for the limit since this time. */
  public void silent(long heardToMs, Surroundings with) {
    if (alarm.isRaised()) {
      return;
    }
    long timeMs = heardToMs + with.rules().pipelineAfterMs();
    BigDecimal limit = Silence.seconds(with.rules().pipelineAfterMs());
    Finding finding =
        new Finding(
            null,
            limit,
            "Vigil takes no readings, for " + limit.toPlainString() + " s",
            "pipeline",
            null);
    alarm.raise(AlertPriority.HIGH, heardToMs, timeMs, finding, moment(timeMs, with));
  }

  /** Somebody has taken the episode of this id. */
  public CommandOutcome acknowledge(Acknowledge command, Surroundings with) {
    return alarm.acknowledge(command, moment(command.at().toEpochMilli(), with));
  }

  private static Moment moment(long nowMs, Surroundings with) {
    return new Moment(nowMs, NONE, with, new NextDue());
  }

  void writeTo(StateWriter to) {
    alarm.writeTo(to);
  }

  static Pipeline readFrom(StateReader from) {
    return new Pipeline(Alarm.readFrom(from, new Subject(NAME, null), AlertRule.PIPELINE));
  }
}

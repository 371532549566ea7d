package io.vigil.alert.rule;

import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;

/** Carries out what people command of one patient's alarms. */
final class Commands {
  private final PatientWatch watch;
  private final Surroundings with;

  Commands(PatientWatch watch, Surroundings with) {
    this.watch = watch;
    this.with = with;
  }

  CommandOutcome take(AlertCommand command) {
    long now = command.at().toEpochMilli();
    if (command instanceof Acknowledge acknowledge) {
      return acknowledge(acknowledge, now);
    }
    if (command instanceof Pause pause) {
      return pause(pause.until().toEpochMilli());
    }
    if (command instanceof LimitsChange change) {
      return outcome(watch.setOwnLimits(change.limits(), now, with));
    }
    if (command instanceof Resume) {
      boolean paused = watch.pausedUntil() != Times.NONE;
      watch.resume(now, with);
      return outcome(paused);
    }
    throw new IllegalStateException("a command of no kind that is known");
  }

  private CommandOutcome acknowledge(Acknowledge command, long now) {
    Moment at = watch.moment(now, with);
    CommandOutcome[] found = {CommandOutcome.UNKNOWN};
    watch.forEachAlarm(
        alarm -> {
          if (found[0] == CommandOutcome.UNKNOWN) {
            found[0] = alarm.acknowledge(command, at);
          }
        });
    return found[0];
  }

  private CommandOutcome pause(long until) {
    boolean changes = watch.pausedUntil() != until;
    watch.pauseUntil(until);
    return outcome(changes);
  }

  private static CommandOutcome outcome(boolean changed) {
    return changed ? CommandOutcome.DONE : CommandOutcome.UNCHANGED;
  }
}

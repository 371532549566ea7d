package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;

/**
 * When, in the time of the log, something of a patient is decided, and how alarms are told then.
 *
 * @param nowMs the time of the record that decides
 * @param pausedUntilMs when the pause of the patient's alarms ends, or {@link Times#NONE}
 * @param with what the watch works with
 * @param due when something is to happen next; forgotten by what changes it
 */
record Moment(long nowMs, long pausedUntilMs, Surroundings with, NextDue due) {

  /** Whether alarms of this priority are to be silent now. */
  boolean isPaused(AlertPriority priority) {
    return priority != AlertPriority.HIGH && nowMs < pausedUntilMs;
  }
}

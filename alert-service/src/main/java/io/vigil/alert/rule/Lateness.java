package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

/** Which readings of a patient come too late to say anything of the present. */
final class Lateness {
  /** A reading further than this behind the patient's newest is late. */
  private static final long LATE_BEHIND_NEWEST_MS = 10_000;

  /** A reading taken this long after its event time is late. */
  private static final long LATE_AFTER_EVENT_MS = 30_000;

  /** The newest event time of all vitals, late readings included. */
  private long newest = NONE;

  /**
   * The same as of before the present ingest time: what one request brings arrives at once, so
   * nothing in it makes the rest of it late.
   */
  private long newestBefore = NONE;

  private long takenAt = NONE;

  /** Takes in that a reading of this event time was taken. */
  void take(long timeMs, long ingestMs) {
    if (ingestMs != takenAt) {
      newestBefore = newest;
      takenAt = ingestMs;
    }
    newest = Math.max(newest, timeMs);
  }

  boolean isLate(long timeMs, long ingestMs) {
    return ingestMs - timeMs >= LATE_AFTER_EVENT_MS || timeMs < lateBefore();
  }

  /** Readings from before this event time are late. */
  long lateBefore() {
    return newestBefore == NONE ? NONE : newestBefore - LATE_BEHIND_NEWEST_MS;
  }

  void writeTo(StateWriter to) {
    to.time(takenAt);
    to.time(newest);
    to.time(newestBefore);
  }

  static Lateness readFrom(StateReader from) {
    Lateness read = new Lateness();
    read.takenAt = from.time();
    read.newest = from.time();
    read.newestBefore = from.time();
    return read;
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import java.math.BigDecimal;

/**
 * How much of one vital of one patient arrives, by whole minutes of ingest time: poor reception is
 * raised after two minutes in a row in which too little came, and resolved by one that is good. A
 * minute with a gap in it, or in which nobody listened, says nothing.
 *
 * <p>How much is expected follows from the least distance between two readings of the minute, since
 * a device measures at a steady rate.
 */
final class Reception {
  /** Less than this many of a hundred expected readings are poor. */
  static final int POOR_BELOW = 80;

  /** As many are good again. */
  static final int GOOD_FROM = 90;

  private static final int RAISED_BY = 2;
  private static final long MINUTE_MS = 60_000;

  /** Readings that are closer together are not expected all the time. */
  private static final long CLOSEST_MS = 1_000;

  private final Subject subject;
  private final Alarm alarm;

  /** Begin of the minute that is counted, and of the first poor one of those in a row. */
  private long minute = NONE;

  private long poorSince = NONE;
  private int poorInARow;

  private int received;
  private long newest = NONE;
  private long closest = MINUTE_MS;

  /** Whether the minute was listened to from its begin, without a gap. */
  private boolean whole;

  Reception(Subject subject) {
    this(subject, new Alarm(subject, AlertRule.RECEPTION));
  }

  private Reception(Subject subject, Alarm alarm) {
    this.subject = subject;
    this.alarm = alarm;
  }

  Alarm alarm() {
    return alarm;
  }

  /**
   * Takes in a reading that was judged.
   *
   * @param follows whether no gap lies between it and the one before
   */
  void hear(long timeMs, boolean follows, Moment at) {
    long begin = Math.floorDiv(at.nowMs(), MINUTE_MS) * MINUTE_MS;
    if (begin != minute) {
      boolean next = minute != NONE && begin == minute + MINUTE_MS && follows;
      if (next && whole) {
        close(at);
      }
      minute = begin;
      received = 0;
      closest = MINUTE_MS;
      whole = next && at.with().listening().countedFrom(NONE) <= begin;
    }
    whole &= follows;
    received++;
    if (newest != NONE && timeMs != newest) {
      closest = Math.min(closest, Math.max(CLOSEST_MS, Math.abs(timeMs - newest)));
    }
    newest = Math.max(newest, timeMs);
  }

  private void close(Moment at) {
    int percent = (int) (100L * received * closest / MINUTE_MS);
    if (percent >= POOR_BELOW) {
      poorInARow = 0;
    } else {
      poorSince = poorInARow == 0 ? minute : poorSince;
      poorInARow = Math.min(poorInARow + 1, RAISED_BY);
    }
    BigDecimal value = BigDecimal.valueOf(Math.min(percent, 100));
    long endMs = minute + MINUTE_MS;
    if (!alarm.isRaised() && poorInARow == RAISED_BY) {
      String text = subject.text("only " + value + " % of readings received");
      Finding finding = new Finding(value, BigDecimal.valueOf(POOR_BELOW), text, "device", null);
      alarm.raise(AlertPriority.LOW, poorSince, endMs, finding, at);
    } else if (alarm.isRaised() && percent >= GOOD_FROM) {
      alarm.resolve(endMs, value, subject.text(value + " % of readings received"), at);
    }
  }

  void writeTo(StateWriter to) {
    alarm.writeTo(to);
    to.time(minute);
    to.time(poorSince);
    to.count(poorInARow);
    to.count(received);
    to.time(newest);
    to.count((int) closest);
    to.flag(whole);
  }

  static Reception readFrom(StateReader from, Subject subject) {
    Reception read = new Reception(subject, Alarm.readFrom(from, subject, AlertRule.RECEPTION));
    read.minute = from.time();
    read.poorSince = from.time();
    read.poorInARow = from.count();
    read.received = from.count();
    read.newest = from.time();
    read.closest = from.count();
    read.whole = from.flag();
    return read;
  }
}

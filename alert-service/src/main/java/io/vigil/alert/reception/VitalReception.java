package io.vigil.alert.reception;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.alert.rule.RecentReadings;
import io.vigil.alert.rule.StateReader;
import io.vigil.alert.rule.StateWriter;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import java.time.Instant;

/** How one vital of one patient is received in the present minute. */
final class VitalReception {
  static final long MINUTE_MS = 60_000;

  private static final long REMEMBERED_MS = 10_000;
  private static final int REMEMBERED_AT_LEAST = 10;
  private static final int REMEMBERED_AT_MOST = 128;
  private static final int LATE_AT_MOST = 256;

  private final Tally tally;
  private final Distances distances;
  private final Sequence sequence;

  /** In the order of event time, those that another may still come before or repeat. */
  private final RecentReadings recent;

  /** Late ones of this minute and the one before. */
  private final RecentReadings late;

  /** Distances that end at or before this event time are in an earlier minute's account. */
  private long accountedTo = NONE;

  /** When a reading of the present was last taken, by ingest time. */
  private long heardAt = NONE;

  /** When it was first heard, in that minute; later it is expected all the time. */
  private long expectedFrom = NONE;

  VitalReception() {
    this(new Tally(), new Distances(), new Sequence(), new RecentReadings(), new RecentReadings());
  }

  private VitalReception(
      Tally tally,
      Distances distances,
      Sequence sequence,
      RecentReadings recent,
      RecentReadings late) {
    this.tally = tally;
    this.distances = distances;
    this.sequence = sequence;
    this.recent = recent;
    this.late = late;
  }

  boolean heardNothing() {
    return tally.isEmpty();
  }

  /** Takes in one reading, in the order of the log. */
  void take(Reading reading, boolean isLate, String device, long ingestMs) {
    int at = recent.find(reading.getEventTimeMs());
    if (at >= 0) {
      tally.repeated(recent.valueAt(at) == reading.getValueHundredths());
    } else if (isLate) {
      takeLate(reading);
    } else {
      takePresent(-at - 1, reading, device, ingestMs);
    }
  }

  private void takeLate(Reading reading) {
    int at = late.find(reading.getEventTimeMs());
    if (at >= 0) {
      tally.repeated(late.valueAt(at) == reading.getValueHundredths());
      return;
    }
    tally.late++;
    late.insert(-at - 1, reading.getEventTimeMs(), reading.getValueHundredths());
    if (late.size() > LATE_AT_MOST) {
      late.dropFirst(1);
    }
  }

  private void takePresent(int at, Reading reading, String device, long ingestMs) {
    boolean inOrder = at == recent.size();
    tally.received++;
    if (!inOrder) {
      tally.outOfOrder++;
    }
    if (reading.hasSeq()) {
      if (inOrder) {
        sequence.next(device, reading.getSeq());
      } else {
        sequence.came();
      }
    }
    if (heardAt == NONE) {
      expectedFrom = ingestMs;
    }
    heardAt = Math.max(heardAt, ingestMs);
    recent.insert(at, reading.getEventTimeMs(), reading.getValueHundredths());
    forgetOld();
  }

  private void forgetOld() {
    long before = recent.timeAt(recent.size() - 1) - REMEMBERED_MS;
    int old = 0;
    while (recent.size() - old > REMEMBERED_AT_MOST
        || (recent.size() - old > REMEMBERED_AT_LEAST && recent.timeAt(old) < before)) {
      account(old);
      old++;
    }
    if (old > 0) {
      recent.dropFirst(old);
    }
  }

  /** Takes the distance from this reading to the next into account, once. */
  private void account(int i) {
    long end = recent.timeAt(i + 1);
    if (end > accountedTo) {
      distances.add(end - recent.timeAt(i));
      accountedTo = end;
    }
  }

  /**
   * Ends the minute.
   *
   * @param isSilent whether nothing has come since it ended
   */
  MinuteReception close(String patient, Vital vital, long minuteMs, boolean isSilent) {
    for (int i = 0; i + 1 < recent.size(); i++) {
      account(i);
    }
    long end = minuteMs + MINUTE_MS;
    long lasting = isSilent && heardAt != NONE ? end - heardAt : 0;
    Long interval = Distances.usual(recent);
    MinuteReception told =
        new MinuteReception(
            patient,
            vital.code(),
            Instant.ofEpochMilli(minuteMs),
            interval == null ? tally.received : expected(minuteMs, end, interval),
            tally.received,
            tally.duplicate,
            tally.conflict,
            tally.late,
            tally.outOfOrder,
            sequence.missing(),
            interval,
            Math.max(distances.longestMs(), lasting),
            distances.jitterMs());
    startAnew();
    return told;
  }

  private int expected(long minuteMs, long end, long interval) {
    return (int) Math.round((double) (end - Math.max(minuteMs, expectedFrom)) / interval);
  }

  private void startAnew() {
    if (tally.late == 0) {
      late.dropFirst(late.size());
    }
    tally.startAnew();
    distances.startAnew();
    sequence.startAnew();
    expectedFrom = NONE;
  }

  void writeTo(StateWriter to) {
    tally.writeTo(to);
    distances.writeTo(to);
    sequence.writeTo(to);
    recent.writeTo(to);
    late.writeTo(to);
    to.time(accountedTo);
    to.time(heardAt);
    to.time(expectedFrom);
  }

  static VitalReception readFrom(StateReader from) {
    VitalReception read =
        new VitalReception(
            Tally.readFrom(from),
            Distances.readFrom(from),
            Sequence.readFrom(from),
            RecentReadings.readFrom(from),
            RecentReadings.readFrom(from));
    read.accountedTo = from.time();
    read.heardAt = from.time();
    read.expectedFrom = from.time();
    return read;
  }
}

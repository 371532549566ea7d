package io.vigil.alert.reception;

import static io.vigil.alert.reception.VitalReception.MINUTE_MS;
import static io.vigil.alert.rule.Times.NONE;

import io.vigil.alert.rule.StateReader;
import io.vigil.alert.rule.StateWriter;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How one patient is received in the present minute of ingest time. From the same log it comes out
 * the same, through any number of {@link #toBytes} and {@link #fromBytes} on the way. Not
 * thread-safe.
 */
final class PatientReception {
  /** A watermark this far past a minute's end says that nothing comes that belongs to it. */
  static final long GRACE_MS = 10_000;

  private static final byte VERSION = 1;
  private static final long LATE_BEHIND_NEWEST_MS = 10_000;
  private static final long LATE_AFTER_EVENT_MS = 30_000;

  private final String patient;
  private final Map<Vital, VitalReception> vitals = new EnumMap<>(Vital.class);
  private long minute = NONE;

  /** The newest event time of all vitals, and as of before the present request. */
  private long newest = NONE;

  private long newestBefore = NONE;
  private long takenAt = NONE;

  PatientReception(String patient) {
    this.patient = patient;
  }

  String patient() {
    return patient;
  }

  boolean heardNothing() {
    return vitals.values().stream().allMatch(VitalReception::heardNothing);
  }

  /** Takes in what one request brought, ending the minute before where it belongs to a later. */
  void take(Readings readings, Consumer<MinuteReception> told) {
    long ingestMs = readings.getIngestTimeMs();
    turnTo(minuteOf(ingestMs), told);
    if (ingestMs != takenAt) {
      newestBefore = newest;
      takenAt = ingestMs;
    }
    for (Series series : readings.getSeriesList()) {
      Vital.ofWire(series.getVital()).ifPresent(vital -> take(vital, series, readings));
    }
  }

  private void take(Vital vital, Series series, Readings readings) {
    VitalReception reception = vitals.computeIfAbsent(vital, any -> new VitalReception());
    for (Reading reading : series.getReadingsList()) {
      long time = reading.getEventTimeMs();
      newest = Math.max(newest, time);
      reception.take(
          reading, isLate(time, readings.getIngestTimeMs()), readings.getDevice(), takenAt);
    }
  }

  /** As the alarms have it: no word on the present. */
  private boolean isLate(long timeMs, long ingestMs) {
    return ingestMs - timeMs >= LATE_AFTER_EVENT_MS
        || (newestBefore != NONE && timeMs < newestBefore - LATE_BEHIND_NEWEST_MS);
  }

  private void turnTo(long next, Consumer<MinuteReception> told) {
    // One further back than the minute before is a clock that was set back.
    boolean isOther = minute != NONE && (next > minute || next < minute - MINUTE_MS);
    if (isOther) {
      close(false, told);
    }
    if (isOther || minute == NONE) {
      minute = next;
    }
  }

  /** Whether a watermark at this time ends the present minute. */
  boolean isOver(long watermarkMs) {
    return minuteOf(watermarkMs - GRACE_MS) > minute;
  }

  /** Ends the present minute, in which and after which nothing more has come. */
  void end(long watermarkMs, Consumer<MinuteReception> told) {
    close(true, told);
    // Not the minutes in which nobody was listening.
    minute = minuteOf(watermarkMs - GRACE_MS);
  }

  private void close(boolean isSilent, Consumer<MinuteReception> told) {
    vitals.forEach(
        (vital, reception) -> told.accept(reception.close(patient, vital, minute, isSilent)));
  }

  static long minuteOf(long ms) {
    return Math.floorDiv(ms, MINUTE_MS) * MINUTE_MS;
  }

  /** This state in bytes; the patient's id is not in them. */
  byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    to.time(minute);
    to.time(takenAt);
    to.time(newest);
    to.time(newestBefore);
    to.count(vitals.size());
    vitals.forEach(
        (vital, reception) -> {
          to.count(vital.toWire().getNumber());
          reception.writeTo(to);
        });
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  static PatientReception fromBytes(String patient, byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    PatientReception read = new PatientReception(patient);
    read.minute = from.time();
    read.takenAt = from.time();
    read.newest = from.time();
    read.newestBefore = from.time();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      read.vitals.put(vitalOf(from.count()), VitalReception.readFrom(from));
    }
    return read;
  }

  private static Vital vitalOf(int number) {
    for (Vital vital : Vital.values()) {
      if (vital.toWire().getNumber() == number) {
        return vital;
      }
    }
    throw new IllegalArgumentException("not a vital: " + number);
  }
}

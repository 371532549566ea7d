package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the rules for one patient. It changes with each reading and is not thread-safe; from
 * the same log it comes out the same, through any number of {@link #toBytes} and {@link #fromBytes}
 * on the way.
 */
public final class PatientWatch {
  private static final byte VERSION = 1;

  /** A reading further than this behind the patient's newest is late. */
  private static final long LATE_BEHIND_NEWEST_MS = 10_000;

  /** A reading taken this long after its event time is late. */
  private static final long LATE_AFTER_EVENT_MS = 30_000;

  private final String patient;
  private final Map<Vital, VitalWatch> watches = new EnumMap<>(Vital.class);

  /** The newest event time of all vitals, late readings included. */
  private long newest = NONE;

  /**
   * The same as of before the present ingest time: what one request brings arrives at once, so
   * nothing in it makes the rest of it late.
   */
  private long newestBefore = NONE;

  private long takenAt = NONE;

  /** A patient of whom nothing was heard yet. */
  public PatientWatch(String patient) {
    this.patient = patient;
  }

  public String patient() {
    return patient;
  }

  /** Takes in one reading, in the order of the log; ascending event times within a request. */
  public Outcome take(Vital vital, long timeMs, int value, long ingestMs, Surroundings with) {
    if (ingestMs != takenAt) {
      newestBefore = newest;
      takenAt = ingestMs;
    }
    newest = Math.max(newest, timeMs);
    VitalRules rules = with.rules().of(vital);
    if (rules == null) {
      return Outcome.UNWATCHED;
    }
    if (isLate(timeMs, ingestMs)) {
      return Outcome.LATE;
    }
    VitalWatch watch = watches.get(vital);
    if (watch == null) {
      watch = new VitalWatch(new Subject(patient, vital));
      watches.put(vital, watch);
    }
    Outcome outcome = watch.check(timeMs, value);
    if (outcome == Outcome.JUDGED) {
      hear(watch.silence(), ingestMs, rules, with);
      watch.judge(timeMs, value, rules, with.alarms());
      watch.settleBefore(lateBefore(), rules);
    }
    return outcome;
  }

  private boolean isLate(long timeMs, long ingestMs) {
    return ingestMs - timeMs >= LATE_AFTER_EVENT_MS || timeMs < lateBefore();
  }

  private long lateBefore() {
    return newestBefore == NONE ? NONE : newestBefore - LATE_BEHIND_NEWEST_MS;
  }

  private void hear(Silence silence, long ingestMs, VitalRules rules, Surroundings with) {
    if (silence.isWatched()
        && with.listening().provesSilenceBefore(ingestMs, silence.heardAt(), rules.gapAfterMs())) {
      raiseGap(silence, rules, with);
    }
    silence.hear(ingestMs, rules, with.alarms());
  }

  /** Whether this vital was heard, and its silence is not told already. */
  public boolean isWatchedForSilence(Vital vital) {
    VitalWatch watch = watches.get(vital);
    return watch != null && watch.silence().isWatched();
  }

  /** When a present reading of this vital was last heard, by ingest time. */
  public long heardAtMs(Vital vital) {
    VitalWatch watch = watches.get(vital);
    return watch == null ? NONE : watch.silence().heardAt();
  }

  /** Whether the silence of this vital has become a gap that is not told yet. */
  public boolean isSilent(Vital vital, Surroundings with) {
    VitalWatch watch = watches.get(vital);
    VitalRules rules = with.rules().of(vital);
    return watch != null
        && rules != null
        && watch.silence().isWatched()
        && with.listening().provesSilence(watch.silence().heardAt(), rules.gapAfterMs());
  }

  /** Raises a gap of a vital that {@link #isSilent}, if the patient is admitted. */
  public void raiseGap(Vital vital, Surroundings with) {
    VitalWatch watch = watches.get(vital);
    VitalRules rules = with.rules().of(vital);
    if (watch != null && rules != null) {
      raiseGap(watch.silence(), rules, with);
    }
  }

  private void raiseGap(Silence silence, VitalRules rules, Surroundings with) {
    with.admissions()
        .priorityOfSilence(patient)
        .ifPresent(priority -> silence.raise(priority, rules, with.alarms()));
  }

  /** The patient has left: resolves every alarm at this time. */
  public void discharge(long timeMs, Surroundings with) {
    watches.forEach(
        (vital, watch) -> {
          VitalRules rules = with.rules().of(vital);
          if (rules != null) {
            watch.end(timeMs, rules, with.alarms());
          }
        });
  }

  /** This state in bytes; the patient's id is not in them. */
  public byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    to.time(takenAt);
    to.time(newest);
    to.time(newestBefore);
    to.count(watches.size());
    watches.forEach(
        (vital, watch) -> {
          to.count(vital.toWire().getNumber());
          watch.writeTo(to);
        });
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static PatientWatch fromBytes(String patient, byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    PatientWatch read = new PatientWatch(patient);
    read.takenAt = from.time();
    read.newest = from.time();
    read.newestBefore = from.time();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      Vital vital = vitalOf(from.count());
      read.watches.put(vital, VitalWatch.readFrom(from, new Subject(patient, vital)));
    }
    return read;
  }

  private static Vital vitalOf(int number) {
    io.vigil.schema.wire.@Nullable Vital wire = io.vigil.schema.wire.Vital.forNumber(number);
    if (wire == null) {
      throw new IllegalArgumentException("not a vital: " + number);
    }
    return Vital.ofWire(wire)
        .orElseThrow(() -> new IllegalArgumentException("not a vital: " + number));
  }
}

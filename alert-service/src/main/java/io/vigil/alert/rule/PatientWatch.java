package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of the rules for one patient. It changes with each record and is not thread-safe; from
 * the same log it comes out the same, through any number of {@link #toBytes} and {@link #fromBytes}
 * on the way.
 */
public final class PatientWatch {
  private static final byte VERSION = 2;

  private final String patient;
  private final Map<Vital, VitalWatch> watches = new EnumMap<>(Vital.class);
  private final Lateness lateness;
  private final InForce inForce;
  private final NeverStarted neverStarted;
  private final NextDue due = new NextDue();
  private long pausedUntil = NONE;
  private boolean letSilencesGo;

  /** A patient of whom nothing was heard yet. */
  public PatientWatch(String patient) {
    this(patient, new Lateness(), new InForce(), new NeverStarted(new Subject(patient, null)));
  }

  private PatientWatch(
      String patient, Lateness lateness, InForce inForce, NeverStarted neverStarted) {
    this.patient = patient;
    this.lateness = lateness;
    this.inForce = inForce;
    this.neverStarted = neverStarted;
  }

  public String patient() {
    return patient;
  }

  /** Takes in one reading, in the order of the log; ascending event times within a request. */
  public Outcome take(Vital vital, long timeMs, int value, long ingestMs, Surroundings with) {
    lateness.take(timeMs, ingestMs);
    VitalRules rules = inForce.of(vital, with.rules());
    if (rules == null) {
      return Outcome.UNWATCHED;
    }
    if (lateness.isLate(timeMs, ingestMs)) {
      return Outcome.LATE;
    }
    VitalWatch watch =
        watches.computeIfAbsent(vital, added -> new VitalWatch(new Subject(patient, added)));
    Outcome outcome = watch.check(timeMs, value);
    if (outcome == Outcome.JUDGED) {
      Moment at = moment(ingestMs, with);
      neverStarted.hear(ingestMs, at);
      hear(vital, watch.silence(), rules, at);
      watch.judge(timeMs, value, rules, at);
      watch.settleBefore(lateness.lateBefore(), rules);
    }
    return outcome;
  }

  Moment moment(long nowMs, Surroundings with) {
    return new Moment(nowMs, pausedUntil, with, due);
  }

  private void hear(Vital vital, Silence silence, VitalRules rules, Moment at) {
    long ingestMs = at.nowMs();
    if (rules.timing().isSilenceWatched()
        && silence.isWatched()
        && at.with()
            .listening()
            .provesSilenceBefore(ingestMs, silence.countsFrom(), rules.timing().gapAfterMs())) {
      raiseGap(vital, silence, null, rules, at);
    }
    if (silence.hear(ingestMs, rules, at)) {
      for (VitalWatch other : watches.values()) {
        letSilencesGo |= other.silence().letGo(ingestMs);
      }
    }
  }

  /** Whether this vital was heard, and its silence is not told already. */
  public boolean isWatchedForSilence(Vital vital) {
    VitalWatch watch = watches.get(vital);
    return watch != null && watch.silence().isWatched();
  }

  /**
   * Whether silences of other vitals count again since one asked last, because the gap that said it
   * for them has ended.
   */
  public boolean hasLetSilencesGo() {
    boolean has = letSilencesGo;
    letSilencesGo = false;
    return has;
  }

  /** From when on the silence of this vital counts, by ingest time. */
  public long silentSinceMs(Vital vital) {
    VitalWatch watch = watches.get(vital);
    return watch == null ? NONE : watch.silence().countsFrom();
  }

  /** Whether the silence of this vital has become a gap that is not told yet. */
  public boolean isSilent(Vital vital, Surroundings with) {
    VitalWatch watch = watches.get(vital);
    VitalRules rules = inForce.of(vital, with.rules());
    return watch != null
        && rules != null
        && watch.silence().isWatched()
        && with.listening()
            .provesSilence(watch.silence().countsFrom(), rules.timing().gapAfterMs());
  }

  /**
   * Raises a gap of a vital that {@link #isSilent}, if the patient is admitted.
   *
   * @param nowMs the time of the record that proves it
   * @param group what fell silent as a whole, or null where the patient alone did
   */
  public void raiseGap(Vital vital, long nowMs, @Nullable String group, Surroundings with) {
    VitalWatch watch = watches.get(vital);
    VitalRules rules = inForce.of(vital, with.rules());
    if (watch != null && rules != null) {
      raiseGap(vital, watch.silence(), group, rules, moment(nowMs, with));
    }
  }

  private void raiseGap(
      Vital vital, Silence silence, @Nullable String group, VitalRules rules, Moment at) {
    Optional<AlertPriority> priority = at.with().admissions().priorityOfSilence(patient);
    if (priority.isEmpty()) {
      return;
    }
    if (isSilentAsAWhole(vital)) {
      silence.holdUnder();
    } else {
      silence.raise(priority.get(), group, rules, at);
    }
  }

  /**
   * Whether the gap of another vital says already that nothing comes. The heart rate's is always
   * told.
   */
  private boolean isSilentAsAWhole(Vital vital) {
    if (vital == Vital.HEART_RATE) {
      return false;
    }
    return watches.entrySet().stream()
        .anyMatch(
            other -> other.getKey() != vital && other.getValue().silence().alarm().isRaised());
  }

  /** Expects a first reading from this time on, where none was heard yet. */
  public void await(long sinceMs) {
    if (watches.isEmpty()) {
      neverStarted.await(sinceMs);
      due.forget();
    }
  }

  /** Carries out a command, which has this place in the log. */
  public CommandOutcome take(AlertCommand command, Surroundings with) {
    return new Commands(this, with).take(command);
  }

  /** The patient's ward has these limits from this time on. */
  public void setWardLimits(Limits limits, long nowMs, Surroundings with) {
    Map<Vital, VitalRules> before = inForce.under(with.rules());
    inForce.setWard(limits);
    changeLimits(before, moment(nowMs, with));
  }

  /** Returns whether the patient's own limits are others than before. */
  boolean setOwnLimits(Limits limits, long nowMs, Surroundings with) {
    Map<Vital, VitalRules> before = inForce.under(with.rules());
    boolean changes = inForce.setOwn(limits);
    changeLimits(before, moment(nowMs, with));
    return changes;
  }

  private void changeLimits(Map<Vital, VitalRules> before, Moment at) {
    Map<Vital, VitalRules> after = inForce.under(at.with().rules());
    watches.forEach(
        (vital, watch) -> {
          VitalRules was = before.get(vital);
          VitalRules is = after.get(vital);
          if (was != null && is != null) {
            watch.changeLimits(was, is, at);
          }
        });
  }

  long pausedUntil() {
    return pausedUntil;
  }

  void pauseUntil(long untilMs) {
    pausedUntil = untilMs;
    due.forget();
  }

  /** The pause is over: tells at this time what it has held back and what lasts. */
  void resume(long nowMs, Surroundings with) {
    pausedUntil = NONE;
    due.forget();
    Moment at = moment(nowMs, with);
    forEachAlarm(alarm -> alarm.resume(at));
  }

  void forEachAlarm(Consumer<Alarm> action) {
    action.accept(neverStarted.alarm());
    watches.values().forEach(watch -> watch.forEachAlarm(action));
  }

  /** When something is to happen by itself, or the largest number where nothing is. */
  public long dueMs(Surroundings with) {
    if (!due.isKnown()) {
      due.startWith(pausedUntil == NONE ? Long.MAX_VALUE : pausedUntil);
      due.atMost(neverStarted.dueMs(with.rules(), with.listening()));
      forEachAlarm(alarm -> due.atMost(alarm.dueMs(pausedUntil, with.lifeCycle())));
    }
    return due.ms();
  }

  /** Everything that is due up to this time happens, each thing at its own time. */
  public void actUpTo(long timeMs, Surroundings with) {
    due.forget(); // We may have been deaf since, and a wait counts from later on.
    for (long next = dueMs(with); next <= timeMs; next = dueMs(with)) {
      actAt(next, with);
      due.forget();
    }
  }

  private void actAt(long dueMs, Surroundings with) {
    if (pausedUntil != NONE && pausedUntil <= dueMs) {
      resume(dueMs, with);
    }
    Moment at = moment(dueMs, with);
    if (neverStarted.dueMs(with.rules(), with.listening()) <= dueMs) {
      Optional<AlertPriority> priority = with.admissions().priorityOfSilence(patient);
      if (priority.isPresent() && with.admissions().hasDevice(patient)) {
        neverStarted.raise(priority.get(), at);
      } else {
        neverStarted.giveUp(at);
      }
    }
    forEachAlarm(alarm -> alarm.act(at));
  }

  /** Whether nothing of this patient is worth keeping. */
  public boolean isIdle() {
    return watches.isEmpty() && !neverStarted.alarm().isRaised();
  }

  /** The patient has left: resolves every alarm at this time. */
  public void discharge(long timeMs, Surroundings with) {
    Moment at = moment(timeMs, with);
    forEachAlarm(alarm -> alarm.end(timeMs, "discharged", at));
  }

  /** This state in bytes; the patient's id is not in them. */
  public byte[] toBytes() {
    StateWriter to = new StateWriter(VERSION);
    lateness.writeTo(to);
    inForce.writeTo(to);
    neverStarted.writeTo(to);
    to.time(pausedUntil);
    to.count(watches.size());
    watches.forEach(
        (vital, watch) -> {
          to.vital(vital);
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
    PatientWatch read =
        new PatientWatch(
            patient,
            Lateness.readFrom(from),
            InForce.readFrom(from),
            NeverStarted.readFrom(from, new Subject(patient, null)));
    read.pausedUntil = from.time();
    int count = from.count();
    for (int i = 0; i < count; i++) {
      Vital vital = from.vital();
      read.watches.put(vital, VitalWatch.readFrom(from, new Subject(patient, vital)));
    }
    return read;
  }
}

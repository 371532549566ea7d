package io.vigil.alert.rule;

import static io.vigil.alert.rule.Times.NONE;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state of the rules for one patient. It changes with each record and is not thread-safe; from
 * the same log it comes out the same, through any number of {@link #toBytes} and {@link #fromBytes}
 * on the way.
 */
public final class PatientWatch {
  private static final byte VERSION = 4;

  private final String patient;
  private final VitalWatches watches;
  private final Lateness lateness;
  private final InForce inForce;
  private final NeverStarted neverStarted;
  private final NextDue due = new NextDue();
  private long pausedUntil = NONE;
  private boolean letSilencesGo;
  private ToldPresence presence = ToldPresence.UNTOLD;

  /** A patient of whom nothing was heard yet. */
  public PatientWatch(String patient) {
    this(
        new VitalWatches(patient),
        patient,
        new Lateness(),
        new InForce(),
        new NeverStarted(new Subject(patient, null)));
  }

  private PatientWatch(
      VitalWatches watches,
      String patient,
      Lateness lateness,
      InForce inForce,
      NeverStarted neverStarted) {
    this.watches = watches;
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
    VitalWatch watch = watches.orNew(vital);
    if (lateness.isLate(timeMs, ingestMs)) {
      watch.takeLate(timeMs, value, rules, moment(ingestMs, with));
      return Outcome.LATE;
    }
    Outcome outcome = watch.check(timeMs, value);
    if (outcome == Outcome.JUDGED) {
      Moment at = moment(ingestMs, with);
      neverStarted.hear(ingestMs, at);
      hear(vital, watch, timeMs, rules, at);
      watch.judge(timeMs, value, rules, at);
      watch.settleBefore(lateness.lateBefore(), rules);
    }
    return outcome;
  }

  Moment moment(long nowMs, Surroundings with) {
    return new Moment(nowMs, pausedUntil, with, due);
  }

  private void hear(Vital vital, VitalWatch watch, long timeMs, VitalRules rules, Moment at) {
    Silence silence = watch.silence();
    long ingestMs = at.nowMs();
    long gapAfterMs = rules.timing().gapAfterMs();
    if (rules.timing().isSilenceWatched()) {
      watch.reception().hear(timeMs, silence.isFollowedBy(ingestMs, gapAfterMs), at);
      Listening listening = at.with().listening();
      if (silence.isWatched()
          && listening.provesSilenceBefore(ingestMs, silence.countsFrom(), gapAfterMs)) {
        raiseGap(vital, silence, rules, at);
      }
    }
    if (silence.hear(ingestMs, rules, at)) {
      letSilencesGo |= watches.letSilencesGo(ingestMs);
    }
  }

  /** Whether this vital was heard, and its silence is not told already. */
  public boolean isWatchedForSilence(Vital vital) {
    VitalWatch watch = watches.of(vital);
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
    VitalWatch watch = watches.of(vital);
    return watch == null ? NONE : watch.silence().countsFrom();
  }

  /** Whether the silence of this vital has become a gap that is not told yet. */
  public boolean isSilent(Vital vital, Surroundings with) {
    VitalWatch watch = watches.of(vital);
    VitalRules rules = inForce.of(vital, with.rules());
    return watch != null
        && rules != null
        && watch.silence().isWatched()
        && with.listening()
            .provesSilence(watch.silence().countsFrom(), rules.timing().gapAfterMs());
  }

  /** Whether any reading of the present has come. */
  public boolean isHeard() {
    return watches.isHeard();
  }

  /**
   * Whether nothing at all was heard of the patient for long enough.
   *
   * @param beforeGapMs how long before it becomes a gap it is long enough
   */
  public boolean isSilent(long beforeGapMs, Surroundings with) {
    long heardAt = heardAtMs(with);
    return heardAt != NONE
        && with.listening().provesSilence(heardAt, shortestGapMs(with) - beforeGapMs);
  }

  /** When anything of the patient was heard last whose silence is watched. */
  public long heardAtMs(Surroundings with) {
    long heardAt = NONE;
    for (Vital vital : with.rules().listenedFor()) {
      heardAt = Math.max(heardAt, silentSinceMs(vital));
    }
    return heardAt;
  }

  /** How long a patient of whom nothing at all is heard may be silent. */
  public long shortestGapMs(Surroundings with) {
    long shortest = Long.MAX_VALUE;
    for (Vital vital : with.rules().listenedFor()) {
      VitalRules rules = inForce.of(vital, with.rules());
      if (rules != null && silentSinceMs(vital) != NONE) {
        shortest = Math.min(shortest, rules.timing().gapAfterMs());
      }
    }
    return shortest;
  }

  /** Whether a gap of this vital lasts. */
  public boolean isInGap(Vital vital) {
    VitalWatch watch = watches.of(vital);
    return watch != null && watch.silence().alarm().isRaised();
  }

  /** What was told last of whether the patient speaks. */
  public ToldPresence presence() {
    return presence;
  }

  public void setPresence(ToldPresence told) {
    presence = told;
  }

  /**
   * Raises a gap of a vital that {@link #isSilent}, if the patient is admitted.
   *
   * @param nowMs the time of the record that proves it
   */
  public void raiseGap(Vital vital, long nowMs, Surroundings with) {
    VitalWatch watch = watches.of(vital);
    VitalRules rules = inForce.of(vital, with.rules());
    if (watch != null && rules != null) {
      raiseGap(vital, watch.silence(), rules, moment(nowMs, with));
    }
  }

  private void raiseGap(Vital vital, Silence silence, VitalRules rules, Moment at) {
    Optional<AlertPriority> priority = at.with().admissions().priorityOfSilence(patient);
    if (priority.isEmpty()) {
      return;
    }
    if (watches.isSilentAsAWhole(vital)) {
      silence.holdUnder();
    } else {
      silence.raise(priority.get(), rules, at);
    }
  }

  /** Expects a first reading from this time on, where none was heard yet. */
  public void await(long sinceMs) {
    if (!watches.isHeard()) {
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
    watches.changeLimits(before, inForce.under(at.with().rules()), at);
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
    watches.forEachAlarm(action);
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
    to.presence(presence);
    watches.writeTo(to);
    return to.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the bytes are no such state
   */
  public static PatientWatch fromBytes(String patient, byte[] bytes) {
    StateReader from = new StateReader(bytes, VERSION);
    Lateness lateness = Lateness.readFrom(from);
    InForce inForce = InForce.readFrom(from);
    NeverStarted neverStarted = NeverStarted.readFrom(from, new Subject(patient, null));
    long pausedUntil = from.time();
    ToldPresence presence = from.presence();
    VitalWatches watches = VitalWatches.readFrom(from, patient);
    PatientWatch read = new PatientWatch(watches, patient, lateness, inForce, neverStarted);
    read.pausedUntil = pausedUntil;
    read.presence = presence;
    return read;
  }
}

package io.vigil.alert.topology;

import static io.vigil.alert.rule.Pipeline.NAME;

import io.vigil.alert.rule.CommandOutcome;
import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.Outcome;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.Surroundings;
import io.vigil.alert.rule.Times;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.PresenceRecord;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Watermark;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules at work on one partition of the log: takes its readings, commands and watermarks in the
 * order of their times and keeps the state of its patients. Used by one thread.
 */
final class PartitionAlarms {
  private static final String PARTITION = "partition";

  private final int partition;
  private final boolean tellsOfPipeline;
  private final ObjectStore<PatientWatch> patients;
  private final ObjectStore<Listening> listenings;
  private final Census census;
  private final AlertMetrics metrics;
  private final Census.Changes changes;
  private final List<SilenceOrder> silences;
  private final Timers timers = new Timers();
  private final Listening listening;
  private final Surroundings surroundings;
  private final Presences presences;

  PartitionAlarms(
      int partition,
      ObjectStore<PatientWatch> patients,
      ObjectStore<Listening> listenings,
      Rules rules,
      LifeCycle lifeCycle,
      Census census,
      AlertMetrics metrics,
      Consumer<Alert> alarms,
      Consumer<PresenceRecord> told) {
    this.partition = partition;
    this.tellsOfPipeline = census.isIn(partition, NAME);
    this.patients = patients;
    this.listenings = listenings;
    this.census = census;
    this.metrics = metrics;
    this.changes = census.subscribe();
    this.silences = rules.listenedFor().stream().map(SilenceOrder::new).toList();
    patients.load();
    listenings.load();
    Listening known = listenings.get(PARTITION);
    this.listening = known == null ? new Listening() : known;
    this.surroundings = new Surroundings(rules, lifeCycle, listening, census, alarms);
    this.presences = new Presences(partition, census, surroundings, told);
    silences.forEach(silence -> silence.load(patients.all()));
    presences.load(patients.all());
    patients.all().forEach(this::setTimer);
    lookAtWhatChangedMeanwhile();
  }

  /** Nobody told this task what happened to its patients before it was there. */
  private void lookAtWhatChangedMeanwhile() {
    patients.all().stream()
        .filter(watch -> census.isAdmitted(watch.patient()) || isNotWatched(watch))
        .map(PatientWatch::patient)
        .forEach(changes::add);
    census.patients().stream()
        .map(Patient::id)
        .filter(patient -> patients.get(patient) == null)
        .forEach(changes::add);
  }

  /** One whose silence will not show that they were discharged while no task was there. */
  private boolean isNotWatched(PatientWatch watch) {
    return silences.stream().noneMatch(silence -> watch.isWatchedForSilence(silence.vital()));
  }

  /** The task ends here; its stores are not this one's to close. */
  void close() {
    census.unsubscribe(changes);
  }

  private PatientWatch watchOf(String patient, long timeMs) {
    PatientWatch known = patients.get(patient);
    if (known != null) {
      return known;
    }
    PatientWatch watch = new PatientWatch(patient);
    watch.setWardLimits(census.wardLimits(patient), timeMs, surroundings);
    return watch;
  }

  private void setTimer(PatientWatch watch) {
    timers.set(watch.patient(), watch.dueMs(surroundings));
  }

  /** Takes in what one request brought of one patient. */
  void take(Readings readings) {
    String patient = readings.getPatient();
    PatientWatch watch = watchOf(patient, readings.getIngestTimeMs());
    patients.put(patient, watch);
    for (Series series : readings.getSeriesList()) {
      Vital.ofWire(series.getVital())
          .ifPresentOrElse(
              vital -> take(vital, series, readings.getIngestTimeMs(), watch),
              () -> metrics.unknownVital(series.getReadingsCount()));
    }
    setTimer(watch);
  }

  private void take(Vital vital, Series series, long ingestMs, PatientWatch watch) {
    boolean heard = false;
    for (Reading reading : ReadingsInOrder.of(series.getReadingsList())) {
      Outcome outcome =
          watch.take(
              vital,
              reading.getEventTimeMs(),
              reading.getValueHundredths(),
              ingestMs,
              surroundings);
      metrics.reading(outcome);
      heard |= outcome == Outcome.JUDGED;
    }
    if (heard) {
      presences.heard(watch, vital, ingestMs);
      boolean all = watch.hasLetSilencesGo();
      for (SilenceOrder silence : silences) {
        if (all || silence.vital() == vital) {
          silence.heard(watch);
        }
      }
    }
  }

  /** Takes in how far one ingest instance has got, and finds what is due since then. */
  void take(Watermark watermark) {
    long nowMs = watermark.getIngestTimeMs();
    long heardBefore = listening.heardToMs();
    listening.heard(watermark.getInstance(), nowMs);
    listenings.put(PARTITION, listening);
    if (tellsOfPipeline) {
      listening.pipeline().listens(heardBefore, listening.heardToMs(), surroundings);
    }
    presences.findSilent(patients);
    for (SilenceOrder silence : silences) {
      silence.takeWhile(patient -> isSilent(silence.vital(), patient, nowMs));
    }
    long heardTo = listening.heardToMs();
    for (String due = timers.dueBy(heardTo); due != null; due = timers.dueBy(heardTo)) {
      act(due, heardTo);
    }
    presences.judgedTo(heardTo);
  }

  /** How far this partition was heard, or {@link Times#NONE}. */
  long heardToMs() {
    return listening.heardToMs();
  }

  /** No watermark has come for the limit, by a clock that does not jump. */
  void pipelineIsSilent() {
    if (tellsOfPipeline && listening.heardToMs() != Times.NONE) {
      listening.pipeline().silent(listening.heardToMs(), surroundings);
      listenings.put(PARTITION, listening);
    }
  }

  private void act(String patient, long timeMs) {
    PatientWatch watch = patients.get(patient);
    if (watch == null) {
      timers.forget(patient);
      return;
    }
    watch.actUpTo(timeMs, surroundings);
    patients.put(patient, watch);
    setTimer(watch);
  }

  private boolean isSilent(Vital vital, String patient, long timeMs) {
    PatientWatch watch = patients.get(patient);
    if (watch == null) {
      return true;
    }
    if (!watch.isSilent(vital, surroundings)) {
      return false;
    }
    if (census.isAdmitted(patient)) {
      watch.raiseGap(vital, timeMs, surroundings);
      patients.put(patient, watch);
      setTimer(watch);
    } else {
      discharge(watch, timeMs);
      // This vital's order is being walked through, and lets go of the patient by itself.
      silences.stream()
          .filter(other -> other.vital() != vital)
          .forEach(other -> other.forget(patient));
    }
    return true;
  }

  /** Carries out what somebody commands. */
  void take(AlertCommand command) {
    String patient = command.patient();
    if (tellsOfPipeline && command instanceof Acknowledge taken && patient.equals(NAME)) {
      acknowledgeOfVigil(taken);
      return;
    }
    if (RegistryKey.isGroup(patient)) {
      presences.pass(command);
      return;
    }
    @Nullable PatientWatch watch = patients.get(patient);
    if (watch == null && (command instanceof LimitsChange || command instanceof Pause)) {
      watch = watchOf(patient, command.at().toEpochMilli());
    }
    CommandOutcome outcome = CommandOutcome.UNKNOWN;
    if (watch != null) {
      outcome = watch.take(command, surroundings);
      patients.put(patient, watch);
      setTimer(watch);
    }
    metrics.command(command, outcome);
  }

  /** The pipeline's alarm is told here, that of the storage where those of groups are. */
  private void acknowledgeOfVigil(Acknowledge taken) {
    CommandOutcome outcome = listening.pipeline().acknowledge(taken, surroundings);
    if (outcome == CommandOutcome.UNKNOWN) {
      presences.pass(taken);
    } else {
      listenings.put(PARTITION, listening);
      metrics.command(taken, outcome);
    }
  }

  /**
   * Takes in what changed in the registry: lets go of those who were discharged, whose alarms are
   * resolved at this time, gives the others their ward's limits, and expects a first reading of
   * those who are new and have a device.
   */
  void takeChanges(long timeMs) {
    for (String patient = changes.next(); patient != null; patient = changes.next()) {
      PatientWatch watch = patients.get(patient);
      if (watch == null) {
        expect(patient, timeMs);
      } else if (census.isAdmitted(patient)) {
        refresh(watch, timeMs);
      } else {
        discharge(watch, timeMs);
        silences.forEach(silence -> silence.forget(watch.patient()));
      }
    }
  }

  private void expect(String patient, long timeMs) {
    if (census.isIn(partition, patient) && census.hasDevice(patient)) {
      census
          .patient(patient)
          .ifPresent(admitted -> await(watchOf(patient, timeMs), admitted, timeMs));
    }
  }

  private void await(PatientWatch watch, Patient admitted, long timeMs) {
    watch.await(Math.max(admitted.admittedAt().toEpochMilli(), timeMs));
    patients.put(watch.patient(), watch);
    setTimer(watch);
  }

  private void refresh(PatientWatch watch, long timeMs) {
    watch.setWardLimits(census.wardLimits(watch.patient()), timeMs, surroundings);
    presences.changed(watch);
    expect(watch.patient(), timeMs);
  }

  private void discharge(PatientWatch watch, long timeMs) {
    watch.discharge(timeMs, surroundings);
    presences.gone(watch, timeMs);
    patients.remove(watch.patient());
    timers.forget(watch.patient());
  }
}

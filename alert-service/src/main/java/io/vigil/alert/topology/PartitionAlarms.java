package io.vigil.alert.topology;

import io.vigil.alert.rule.Listening;
import io.vigil.alert.rule.Outcome;
import io.vigil.alert.rule.PatientWatch;
import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.Surroundings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Watermark;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules at work on one partition of the log: takes its readings and watermarks in the order of
 * their ingest times and keeps the state of its patients. Used by one thread.
 */
final class PartitionAlarms {
  private static final String PARTITION = "partition";

  private final ObjectStore<PatientWatch> patients;
  private final ObjectStore<Listening> listenings;
  private final Census census;
  private final AlertMetrics metrics;
  private final Census.Discharges discharges;
  private final List<SilenceOrder> silences;
  private final Listening listening;
  private final Surroundings surroundings;

  PartitionAlarms(
      ObjectStore<PatientWatch> patients,
      ObjectStore<Listening> listenings,
      Rules rules,
      Census census,
      AlertMetrics metrics,
      Consumer<Alert> alarms) {
    this.patients = patients;
    this.listenings = listenings;
    this.census = census;
    this.metrics = metrics;
    this.discharges = census.subscribe();
    this.silences = rules.vitals().stream().map(SilenceOrder::new).toList();
    patients.load();
    listenings.load();
    Listening known = listenings.get(PARTITION);
    this.listening = known == null ? new Listening() : known;
    this.surroundings = new Surroundings(rules, listening, census, alarms);
    silences.forEach(silence -> silence.load(patients.all()));
    patients.all().stream()
        .filter(this::isNotWatched)
        .map(PatientWatch::patient)
        .forEach(discharges::add);
  }

  /** One whose silence will not show that they were discharged while no task was there. */
  private boolean isNotWatched(PatientWatch watch) {
    return silences.stream().noneMatch(silence -> watch.isWatchedForSilence(silence.vital()));
  }

  /** The task ends here; its stores are not this one's to close. */
  void close() {
    census.unsubscribe(discharges);
  }

  /** Takes in what one request brought of one patient. */
  void take(Readings readings) {
    String patient = readings.getPatient();
    PatientWatch known = patients.get(patient);
    PatientWatch watch = known == null ? new PatientWatch(patient) : known;
    patients.put(patient, watch);
    for (Series series : readings.getSeriesList()) {
      Vital.ofWire(series.getVital())
          .ifPresentOrElse(
              vital -> take(vital, series, readings.getIngestTimeMs(), watch),
              () -> metrics.unknownVital(series.getReadingsCount()));
    }
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
      silences.stream()
          .filter(silence -> silence.vital() == vital)
          .forEach(silence -> silence.heard(watch));
    }
  }

  /** Takes in how far one ingest instance has got, and finds who has fallen silent. */
  void take(Watermark watermark) {
    listening.heard(watermark.getInstance(), watermark.getIngestTimeMs());
    listenings.put(PARTITION, listening);
    for (SilenceOrder silence : silences) {
      silence.takeWhile(patient -> isSilent(silence.vital(), patient, watermark.getIngestTimeMs()));
    }
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
      watch.raiseGap(vital, surroundings);
      patients.put(patient, watch);
    } else {
      discharge(watch, timeMs);
    }
    return true;
  }

  /** Lets go of those who were discharged; their alarms are resolved at this time. */
  void letGoOfDischarged(long timeMs) {
    for (String patient = discharges.next(); patient != null; patient = discharges.next()) {
      PatientWatch watch = patients.get(patient);
      if (watch != null && !census.isAdmitted(patient)) {
        discharge(watch, timeMs);
        silences.forEach(silence -> silence.forget(watch.patient()));
      }
    }
  }

  private void discharge(PatientWatch watch, long timeMs) {
    watch.discharge(timeMs, surroundings);
    patients.remove(watch.patient());
  }
}

package io.vigil.alert.rule;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.vital.Vital;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a log to the watch of one patient and writes down, a line each, what alarms there were.
 * Times are seconds since {@link #START}.
 */
final class Replay {
  static final long START = 1_795_248_000_000L;
  static final VitalRules HEART_RATE = new VitalRules(12_000, 5_000, 500, 10_000, 5_000);

  private final List<String> timeline = new ArrayList<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private Optional<AlertPriority> priorityOfSilence = Optional.of(AlertPriority.MEDIUM);
  private PatientWatch watch = new PatientWatch("p-0001");
  private Listening listening = new Listening();
  private boolean restartsAlways;

  /** Everything that a log can say. */
  sealed interface Entry {}

  record Reading(long timeMs, int value, long ingestMs) implements Entry {}

  record Watermark(String instance, long timeMs) implements Entry {}

  /** A series at 1 Hz, each reading taken a tenth of a second after its time. */
  static List<Entry> live(String notation) {
    List<Entry> entries = new ArrayList<>();
    for (var sample : SeriesNotation.series(notation, START)) {
      entries.add(
          new Reading(sample.eventTimeMs(), sample.valueHundredths(), sample.eventTimeMs() + 100));
    }
    return entries;
  }

  static Reading reading(double second, int value) {
    return reading(second, value, second + 0.1);
  }

  static Reading reading(double second, int value, double takenAt) {
    return new Reading(ms(second), value * 100, ms(takenAt));
  }

  static long ms(double second) {
    return START + Math.round(second * 1_000);
  }

  static List<String> timeline(String notation) {
    return new Replay().play(live(notation)).timeline();
  }

  /** From now on the state goes through bytes after each entry. */
  Replay restartingAlways() {
    restartsAlways = true;
    return this;
  }

  Replay ofHighPriority() {
    priorityOfSilence = Optional.of(AlertPriority.HIGH);
    return this;
  }

  Replay notAdmitted() {
    priorityOfSilence = Optional.empty();
    return this;
  }

  Replay play(String notation) {
    return play(live(notation));
  }

  Replay play(Entry... entries) {
    return play(List.of(entries));
  }

  Replay play(Iterable<? extends Entry> entries) {
    entries.forEach(this::take);
    return this;
  }

  /** Watermarks of one instance, four a second, both ends included. */
  Replay listen(double from, double to) {
    for (long at = ms(from); at <= ms(to); at += 250) {
      take(new Watermark("ingest-1", at));
    }
    return this;
  }

  Replay discharge(double second) {
    watch.discharge(ms(second), surroundings());
    return this;
  }

  private void take(Entry entry) {
    if (entry instanceof Reading reading) {
      Outcome outcome =
          watch.take(
              Vital.HEART_RATE,
              reading.timeMs(),
              reading.value(),
              reading.ingestMs(),
              surroundings());
      outcomes.merge(outcome, 1, Integer::sum);
    } else if (entry instanceof Watermark watermark) {
      listening.heard(watermark.instance(), watermark.timeMs());
      if (watch.isSilent(Vital.HEART_RATE, surroundings())) {
        watch.raiseGap(Vital.HEART_RATE, surroundings());
      }
    }
    if (restartsAlways) {
      restart();
    }
  }

  Replay restart() {
    watch = PatientWatch.fromBytes(watch.patient(), watch.toBytes());
    listening = Listening.fromBytes(listening.toBytes());
    return this;
  }

  List<String> timeline() {
    return timeline;
  }

  Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  byte[] state() {
    return watch.toBytes();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        new Rules(Map.of(Vital.HEART_RATE, HEART_RATE)),
        listening,
        patient -> priorityOfSilence,
        alert -> timeline.add(line(alert)));
  }

  private static String line(Alert alert) {
    return "%s %s %s %s-%s %s #%d"
        .formatted(
            alert.rule().code(),
            alert.state().code(),
            alert.priority().code(),
            second(alert.onset()),
            second(alert.time()),
            alert.text(),
            alert.revision());
  }

  private static String second(Instant time) {
    long ms = time.toEpochMilli() - START;
    return ms % 1_000 == 0 ? Long.toString(ms / 1_000) : Double.toString(ms / 1_000.0);
  }
}

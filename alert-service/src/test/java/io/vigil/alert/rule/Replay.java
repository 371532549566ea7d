package io.vigil.alert.rule;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.command.Acknowledge;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays a log to the watch of one patient and writes down, a line each, what alarms there were.
 * Times are seconds since {@link #START}.
 */
final class Replay {
  static final long START = 1_795_248_000_000L;
  static final VitalTiming TIMING = new VitalTiming(500, 10_000, 3_000, 5_000, true);
  static final VitalRules HEART_RATE = VitalRules.of(Limits.DEFAULTS.of(Vital.HEART_RATE), TIMING);
  private static final LifeCycle LIFE_CYCLE = new LifeCycle(60_000, 180_000, 2, 600_000);
  static final Rules RULES =
      new Rules(
          Map.of(
              Vital.HEART_RATE,
              TIMING,
              Vital.SPO2,
              new VitalTiming(100, 10_000, 3_000, 10_000, true),
              Vital.RESP_RATE,
              new VitalTiming(200, 10_000, 3_000, 10_000, true),
              Vital.TEMPERATURE,
              new VitalTiming(30, 10_000, 0, 1_800_000, false)),
          30_000,
          5_000);

  private final List<String> timeline = new ArrayList<>();
  private final List<Alert> told = new ArrayList<>();
  private CommandOutcome lastOutcome = CommandOutcome.UNKNOWN;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Admitted admissions = new Admitted();
  private PatientWatch watch = new PatientWatch("p-0001");
  private Listening listening = new Listening();
  private boolean restartsAlways;

  /** Everything that a log can say. */
  sealed interface Entry {
    /** Its place in the log. */
    long takenAtMs();
  }

  record Reading(Vital vital, long timeMs, int value, long ingestMs) implements Entry {
    Reading(long timeMs, int value, long ingestMs) {
      this(Vital.HEART_RATE, timeMs, value, ingestMs);
    }

    @Override
    public long takenAtMs() {
      return ingestMs;
    }
  }

  record Watermark(String instance, long timeMs) implements Entry {
    @Override
    public long takenAtMs() {
      return timeMs;
    }
  }

  record Command(AlertCommand command) implements Entry {
    @Override
    public long takenAtMs() {
      return command.at().toEpochMilli();
    }
  }

  record Ward(Limits limits, long timeMs) implements Entry {
    @Override
    public long takenAtMs() {
      return timeMs;
    }
  }

  record Await(long timeMs) implements Entry {
    @Override
    public long takenAtMs() {
      return timeMs;
    }
  }

  /** Somebody takes the alarm that was told last. */
  record AcknowledgeNewest(long timeMs) implements Entry {
    @Override
    public long takenAtMs() {
      return timeMs;
    }
  }

  /** A patient of medium priority, with a device, unless told otherwise. */
  private static final class Admitted implements Admissions {
    private Optional<AlertPriority> priorityOfSilence = Optional.of(AlertPriority.MEDIUM);
    private boolean device = true;

    @Override
    public Optional<AlertPriority> priorityOfSilence(String patient) {
      return priorityOfSilence;
    }

    @Override
    public Limits wardLimits(String patient) {
      return Limits.NONE;
    }

    @Override
    public boolean hasDevice(String patient) {
      return device;
    }
  }

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

  static Reading reading(Vital vital, double second, int value) {
    return new Reading(vital, ms(second), value * 100, ms(second) + 100);
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
    admissions.priorityOfSilence = Optional.of(AlertPriority.HIGH);
    return this;
  }

  Replay notAdmitted() {
    admissions.priorityOfSilence = Optional.empty();
    return this;
  }

  Replay withoutDevice() {
    admissions.device = false;
    return this;
  }

  /** A first reading is expected from this second on. */
  Replay await(double second) {
    return play(new Await(ms(second)));
  }

  Replay acknowledge(double second, String by, String alert) {
    return play(new Command(new Acknowledge("p-0001", at(second), by, alert, null)));
  }

  Replay pause(double second, int seconds) {
    return play(new Command(new Pause("p-0001", at(second), "ann", seconds, "suctioning")));
  }

  Replay resume(double second) {
    return play(new Command(new Resume("p-0001", at(second), "ann")));
  }

  /** From this second on the heart rate has these limits of the patient's own; null for none. */
  Replay limit(double second, @Nullable Integer high, @Nullable Integer low) {
    return play(new Command(new LimitsChange("p-0001", at(second), "ann", limits(high, low))));
  }

  static Limits limits(@Nullable Integer high, @Nullable Integer low) {
    return new Limits(
        Map.of(Vital.HEART_RATE, new VitalLimits(decimal(high), decimal(low), null, null)));
  }

  private static @Nullable BigDecimal decimal(@Nullable Integer limit) {
    return limit == null ? null : BigDecimal.valueOf(limit);
  }

  private static Instant at(double second) {
    return Instant.ofEpochMilli(ms(second));
  }

  /** The id of the newest episode that was told. */
  String newest() {
    return told.get(told.size() - 1).id();
  }

  /** Every event in full. */
  List<Alert> told() {
    return told;
  }

  CommandOutcome lastOutcome() {
    return lastOutcome;
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
              reading.vital(),
              reading.timeMs(),
              reading.value(),
              reading.ingestMs(),
              surroundings());
      outcomes.merge(outcome, 1, Integer::sum);
    } else if (entry instanceof Watermark watermark) {
      listening.heard(watermark.instance(), watermark.timeMs());
      for (Vital vital : RULES.listenedFor()) {
        if (watch.isSilent(vital, surroundings())) {
          watch.raiseGap(vital, watermark.timeMs(), surroundings());
        }
      }
      watch.actUpTo(listening.heardToMs(), surroundings());
    } else if (entry instanceof Command command) {
      lastOutcome = watch.take(command.command(), surroundings());
    } else if (entry instanceof Ward ward) {
      watch.setWardLimits(ward.limits(), ward.timeMs(), surroundings());
    } else if (entry instanceof AcknowledgeNewest taken && !told.isEmpty()) {
      Instant at = Instant.ofEpochMilli(taken.timeMs());
      lastOutcome =
          watch.take(new Acknowledge("p-0001", at, "ann", newest(), null), surroundings());
    } else if (entry instanceof Await await) {
      watch.await(await.timeMs());
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
    return new Surroundings(RULES, LIFE_CYCLE, listening, admissions, this::tell);
  }

  private void tell(Alert alert) {
    told.add(alert);
    timeline.add(line(alert));
  }

  private static String line(Alert alert) {
    return "%s%s %s %s %s-%s %s #%d%s%s"
        .formatted(
            alert.late() ? "late " : "",
            alert.rule().code(),
            alert.state().code(),
            alert.priority().code(),
            second(alert.onset()),
            second(alert.time()),
            alert.text(),
            alert.revision(),
            alert.latched() ? " latched" : "",
            alert.by() == null ? "" : " by " + alert.by());
  }

  private static String second(Instant time) {
    long ms = time.toEpochMilli() - START;
    return ms % 1_000 == 0 ? Long.toString(ms / 1_000) : Double.toString(ms / 1_000.0);
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.AcknowledgeNewest;
import io.vigil.alert.rule.Replay.Command;
import io.vigil.alert.rule.Replay.Entry;
import io.vigil.alert.rule.Replay.Reading;
import io.vigil.alert.rule.Replay.Ward;
import io.vigil.alert.rule.Replay.Watermark;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the timeline of any log; the logs are random, but the same in every run. */
class TimelineTest {
  private static final int SECONDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheSameThroughARestartAfterEachEntry(long seed) {
    List<Entry> log = merged(disordered(seed), watermarks(), commands(seed));

    List<String> timeline = new Replay().restartingAlways().play(log).timeline();

    assertThat(timeline).isEqualTo(new Replay().play(log).timeline()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheSameWithAnyReadingsRepeated(long seed) {
    Random random = new Random(seed);
    List<Reading> readings = disordered(seed);
    List<Reading> repeated = new ArrayList<>(readings);
    for (Reading reading : readings) {
      for (int i = random.nextInt(3); i > 0; i--) {
        long later = reading.ingestMs() + 1 + random.nextInt(12_000);
        repeated.add(new Reading(reading.timeMs(), reading.value(), later));
      }
    }

    List<String> timeline =
        new Replay().play(merged(repeated, watermarks(), commands(seed))).timeline();

    assertThat(timeline)
        .isEqualTo(new Replay().play(merged(readings, watermarks(), commands(seed))).timeline())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheSameInAnyBatches(long seed) {
    Random random = new Random(seed);
    List<Reading> readings = ordered(seed);
    List<Reading> batched = new ArrayList<>();
    for (int from = 0; from < readings.size(); ) {
      int to = Math.min(readings.size(), from + 1 + random.nextInt(15));
      long takenAt = readings.get(to - 1).ingestMs();
      for (Reading reading : readings.subList(from, to)) {
        batched.add(new Reading(reading.timeMs(), reading.value(), takenAt));
      }
      from = to;
    }

    List<String> timeline = new Replay().play(batched).timeline();

    assertThat(timeline).isEqualTo(new Replay().play(readings).timeline()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isWhatAllReadingsJudgedAnewEachTimeWouldGive(long seed) {
    List<Reading> readings = disordered(seed);
    PlainSide high = new PlainSide(Bound.HIGH, Bound.EXTREME_HIGH);
    PlainSide low = new PlainSide(Bound.LOW, Bound.EXTREME_LOW);
    List<String> expected = new ArrayList<>();
    long newest = START;
    for (Reading reading : readings) {
      if (reading.timeMs() >= newest - 10_000) {
        high.take(reading.timeMs(), reading.value(), expected);
        low.take(reading.timeMs(), reading.value(), expected);
      }
      newest = Math.max(newest, reading.timeMs());
    }

    List<String> timeline = new Replay().play(readings).timeline();

    assertThat(
            timeline.stream()
                .filter(line -> !line.startsWith("late "))
                .map(TimelineTest::ruleStateAndTimes))
        .isEqualTo(expected)
        .isNotEmpty();
  }

  private static String ruleStateAndTimes(String line) {
    String[] words = line.split(" ", 5);
    return words[0] + " " + words[1] + " " + words[3];
  }

  /** Levels around both limits that last for a while, with silences between some readings. */
  private static List<Reading> ordered(long seed) {
    int[] levels = {35, 41, 46, 49, 52, 56, 72, 114, 117, 121, 134, 146, 160};
    Random random = new Random(seed);
    List<Reading> readings = new ArrayList<>();
    int level = 72;
    for (int second = 0; second < SECONDS; second++) {
      if (random.nextInt(9) == 0) {
        level = levels[random.nextInt(levels.length)];
      }
      if (random.nextInt(40) == 0) {
        second += random.nextInt(9);
      }
      long time = START + second * 1_000L + random.nextInt(900);
      readings.add(new Reading(time, level * 100, time + 1_000));
    }
    return readings;
  }

  /** The same, in the order in which they arrive after 0 to 12 seconds on the way. */
  private static List<Reading> disordered(long seed) {
    Random random = new Random(seed);
    return ordered(seed).stream()
        .map(
            reading -> {
              int delay = random.nextInt(8) == 0 ? random.nextInt(12_000) : random.nextInt(900);
              return new Reading(reading.timeMs(), reading.value(), reading.timeMs() + delay);
            })
        .sorted(Comparator.comparingLong(Reading::ingestMs))
        .toList();
  }

  private static List<Watermark> watermarks() {
    List<Watermark> watermarks = new ArrayList<>();
    for (long at = START; at < START + (SECONDS + 20) * 1_000L; at += 250) {
      watermarks.add(new Watermark("ingest-1", at));
    }
    return watermarks;
  }

  /** What people do meanwhile; sometimes the alarm that they take is over already. */
  private static List<Entry> commands(long seed) {
    Random random = new Random(seed);
    List<Entry> commands = new ArrayList<>();
    for (int second = 5; second < SECONDS; second += 1 + random.nextInt(40)) {
      long at = START + second * 1_000L + random.nextInt(1_000);
      commands.add(
          switch (random.nextInt(8)) {
            case 0 -> command(new Pause("p-0001", Instant.ofEpochMilli(at), "ann", 30, "care"));
            case 1 -> command(new Resume("p-0001", Instant.ofEpochMilli(at), "ann"));
            case 2 -> command(limits(at, 110 + random.nextInt(20), null));
            case 3 -> command(limits(at, null, 45 + random.nextInt(10)));
            case 4 -> new Ward(Replay.limits(115 + random.nextInt(9), null), at);
            default -> new AcknowledgeNewest(at);
          });
    }
    return commands;
  }

  private static Command command(AlertCommand command) {
    return new Command(command);
  }

  private static LimitsChange limits(long at, @Nullable Integer high, @Nullable Integer low) {
    return new LimitsChange("p-0001", Instant.ofEpochMilli(at), "ann", Replay.limits(high, low));
  }

  /** In the order of ingest time, as the log is read. */
  @SafeVarargs
  private static List<Entry> merged(List<? extends Entry>... parts) {
    List<Entry> merged = new ArrayList<>();
    for (List<? extends Entry> part : parts) {
      merged.addAll(part);
    }
    merged.sort(Comparator.comparingLong(Entry::takenAtMs));
    return merged;
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.HEART_RATE;
import static io.vigil.alert.rule.Replay.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.Entry;
import io.vigil.alert.rule.Replay.Reading;
import io.vigil.alert.rule.Replay.Watermark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the timeline of any log; the logs are random, but the same in every run. */
class TimelineTest {
  private static final int SECONDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheSameThroughARestartAfterEachEntry(long seed) {
    List<Entry> log = merged(disordered(seed), watermarks());

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

    List<String> timeline = new Replay().play(merged(repeated, watermarks())).timeline();

    assertThat(timeline)
        .isEqualTo(new Replay().play(merged(readings, watermarks())).timeline())
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
    Plain high = new Plain(Side.HIGH);
    Plain low = new Plain(Side.LOW);
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

    assertThat(timeline.stream().map(TimelineTest::ruleStateAndTimes))
        .isEqualTo(expected)
        .isNotEmpty();
  }

  private static String ruleStateAndTimes(String line) {
    String[] words = line.split(" ", 5);
    return words[0] + " " + words[1] + " " + words[3];
  }

  /** One threshold in the plainest way: keeps every reading, and starts over each time. */
  private static final class Plain {
    private final TreeMap<Long, Integer> readings = new TreeMap<>();
    private final Side side;
    private boolean raised;
    private long onset;
    private long saidAt = Long.MIN_VALUE;

    Plain(Side side) {
      this.side = side;
    }

    void take(long time, int value, List<String> said) {
      if (readings.putIfAbsent(time, value) != null) {
        return;
      }
      long since = -1;
      long before = saidAt;
      for (var reading : new TreeMap<>(readings.tailMap(saidAt, false)).entrySet()) {
        long at = reading.getKey();
        boolean counts =
            raised
                ? side.isBackInside(reading.getValue(), HEART_RATE)
                : side.isBeyond(reading.getValue(), HEART_RATE);
        boolean silence = before != Long.MIN_VALUE && at - before > HEART_RATE.gapAfterMs();
        if (!counts) {
          since = -1;
        } else if (since < 0 || silence) {
          since = at;
        }
        before = at;
        if (since >= 0 && at - since >= HEART_RATE.holdForMs()) {
          onset = raised ? onset : since;
          said.add(
              "%s %s %s-%s"
                  .formatted(
                      side.rule().code(),
                      raised ? "resolved" : "raised",
                      second(onset),
                      second(at)));
          raised = !raised;
          saidAt = at;
          since = -1;
        }
      }
    }

    private static String second(long time) {
      long ms = time - START;
      return ms % 1_000 == 0 ? Long.toString(ms / 1_000) : Double.toString(ms / 1_000.0);
    }
  }

  /** Levels around both limits that last for a while, with silences between some readings. */
  private static List<Reading> ordered(long seed) {
    int[] levels = {45, 49, 52, 56, 72, 114, 117, 121, 134};
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

  /** In the order of ingest time, as the log is read. */
  private static List<Entry> merged(List<Reading> readings, List<Watermark> watermarks) {
    List<Entry> merged = new ArrayList<>(readings);
    merged.addAll(watermarks);
    merged.sort(Comparator.comparingLong(TimelineTest::takenAt));
    return merged;
  }

  private static long takenAt(Entry entry) {
    return entry instanceof Reading reading ? reading.ingestMs() : ((Watermark) entry).timeMs();
  }
}

package io.vigil.generator.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeartRateTest {
  private static final long START = 1_800_000_000L;
  private static final int DAY = 86_400;

  @Test
  void isTheSameForTheSameSeedPatientAndSecond() {
    HeartRate first = HeartRate.of(7, "p-0001");
    HeartRate second = HeartRate.of(7, "p-0001");

    int[] forwards =
        LongStream.range(0, 600).mapToInt(s -> first.hundredthsAt(START + s)).toArray();
    int[] backwards =
        LongStream.range(0, 600).mapToInt(s -> second.hundredthsAt(START + 599 - s)).toArray();

    assertThat(backwards).isEqualTo(reversed(forwards));
  }

  @Test
  void differsByPatientAndSeed() {
    int[] one = series(HeartRate.of(7, "p-0001"), 600);

    assertThat(series(HeartRate.of(7, "p-0002"), 600)).isNotEqualTo(one);
    assertThat(series(HeartRate.of(8, "p-0001"), 600)).isNotEqualTo(one);
  }

  @Test
  void neverAlarmsInADayOfFiftyPatients() {
    for (int patient = 1; patient <= 50; patient++) {
      int[] values = series(patient, DAY);

      assertThat(longestRunAbove(12_000, values)).as("patient %d high", patient).isLessThan(10);
      assertThat(longestRunAbove(-5_000, negated(values)))
          .as("patient %d low", patient)
          .isLessThan(10);
      assertThat(Arrays.stream(values).max().orElseThrow()).isLessThan(13_000);
      assertThat(Arrays.stream(values).min().orElseThrow()).isGreaterThan(4_500);
    }
  }

  /** Measured on monitors in intensive care: see the recordings of BIDMC on PhysioNet. */
  @Test
  void movesFromSecondToSecondAsABedsideMonitorDoes() {
    Statistics[] inBed =
        IntStream.rangeClosed(1, 200)
            .mapToObj(patient -> series(patient, 480))
            .filter(HeartRateTest::isInWholeBeats)
            .map(Statistics::of)
            .toArray(Statistics[]::new);

    assertThat(inBed).hasSizeBetween(130, 190);
    assertThat(median(inBed, Statistics::unchanged)).isBetween(0.7, 0.92);
    assertThat(median(inBed, Statistics::meanStep)).isBetween(0.08, 0.4);
    assertThat(median(inBed, Statistics::lag1)).isBetween(0.83, 0.99);
    assertThat(median(inBed, Statistics::deviation)).isBetween(0.8, 3.5);
    assertThat(Arrays.stream(inBed).mapToDouble(Statistics::unchanged).min().orElseThrow())
        .as("the most restless heart")
        .isLessThan(0.6);
  }

  /** Measured on volunteers: see the Stress-Predict recordings. */
  @Test
  void movesAsAWristSensorDoesForThoseWhoAreUp() {
    Statistics[] upAndAbout =
        IntStream.rangeClosed(1, 200)
            .mapToObj(patient -> series(patient, 3_300))
            .filter(values -> !isInWholeBeats(values))
            .map(Statistics::of)
            .toArray(Statistics[]::new);

    assertThat(median(upAndAbout, Statistics::unchanged)).isBetween(0.0, 0.12);
    assertThat(median(upAndAbout, Statistics::meanStep)).isBetween(0.08, 0.3);
    assertThat(median(upAndAbout, Statistics::lag1)).isGreaterThan(0.99);
    assertThat(median(upAndAbout, Statistics::deviation)).isBetween(4.0, 12.0);
  }

  @Test
  void isNeverFlatForFiveMinutes() {
    for (int patient = 1; patient <= 50; patient++) {
      int[] values = series(patient, 6 * 3_600);

      assertThat(longestFlat(values)).as("patient %d", patient).isLessThan(300);
    }
  }

  private static int[] series(int patient, int seconds) {
    return series(HeartRate.of(1, "p-%04d".formatted(patient)), seconds);
  }

  private static int[] series(HeartRate heart, int seconds) {
    return LongStream.range(0, seconds).mapToInt(s -> heart.hundredthsAt(START + s)).toArray();
  }

  private static boolean isInWholeBeats(int[] values) {
    return Arrays.stream(values).allMatch(value -> value % 100 == 0);
  }

  private static int longestRunAbove(int limit, int[] values) {
    int longest = 0;
    int run = 0;
    for (int value : values) {
      run = value > limit ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static int longestFlat(int[] values) {
    int longest = 0;
    int run = 0;
    for (int i = 1; i < values.length; i++) {
      run = values[i] == values[i - 1] ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static int[] negated(int[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private static int[] reversed(int[] values) {
    return IntStream.range(0, values.length).map(i -> values[values.length - 1 - i]).toArray();
  }

  private static double median(
      Statistics[] all, java.util.function.ToDoubleFunction<Statistics> of) {
    double[] sorted = Arrays.stream(all).mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}

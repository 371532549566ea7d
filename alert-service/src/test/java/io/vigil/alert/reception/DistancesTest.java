package io.vigil.alert.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.RecentReadings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistancesTest {
  private final Distances distances = new Distances();

  private void add(long... each) {
    for (long distance : each) {
      distances.add(distance);
    }
  }

  private static @Nullable Long usual(long... times) {
    RecentReadings readings = new RecentReadings();
    for (long time : times) {
      readings.insert(readings.size(), time, 7_200);
    }
    return Distances.usual(readings);
  }

  @Test
  void aSteadyDeviceHasNoJitter() {
    add(1_000, 1_000, 1_000);

    assertThat(distances.jitterMs()).isZero();
  }

  @Test
  void jitterIsHowMuchOneDistanceDiffersFromTheNext() {
    add(1_000, 1_030, 990);

    assertThat(distances.jitterMs()).isEqualTo(35);
  }

  @Test
  void aMissingReadingIsNoJitter() {
    add(1_000, 2_000, 1_000, 1_010);

    assertThat(distances.jitterMs()).isEqualTo(10);
    assertThat(distances.longestMs()).isEqualTo(2_000);
  }

  @Test
  void nothingIsKnownOfOneDistance() {
    add(1_000);

    assertThat(distances.jitterMs()).isNull();
  }

  @Test
  void theUsualDistanceIsThatOfReadingsWithNoneMissingBetween() {
    assertThat(usual(0, 1_000, 3_000, 3_990, 6_000, 7_000)).isEqualTo(997);
    assertThat(usual(0, 5_000)).isEqualTo(5_000);
    assertThat(usual(0)).isNull();
  }
}

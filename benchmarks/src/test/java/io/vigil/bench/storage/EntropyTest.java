package io.vigil.bench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntropyTest {
  @Test
  void ofStepsThatFollowFromTheOneBeforeIsNone() {
    assertThat(Entropy.ofSteps(List.of(readings(0, 1, 1, 2, 2, 3, 3, 4, 4)))).isZero();
  }

  @Test
  void ofStepsThatGoEitherWayAfterTheSameStepIsABit() {
    List<ReadingColumns> recordings = List.of(readings(5, 6), readings(5, 4));

    assertThat(Entropy.ofSteps(recordings)).isCloseTo(1, within(1e-9));
  }

  private static ReadingColumns readings(int... values) {
    ReadingColumnsBuilder readings = new ReadingColumnsBuilder();
    for (int i = 0; i < values.length; i++) {
      readings.add(1_000L * i, values[i]);
    }
    return readings.build();
  }
}

package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void saysWhetherTheGoalIsReached() {
    Figure figure = new Figure("6", "readings/s", "600 k", "stock: 80 k", 7.5, Goal.atLeast(6));

    assertThat(figure.toRow())
        .isEqualTo("| 6 | readings/s | 600 k | stock: 80 k | 7.50× | ≥ 6.00× | reached |");
  }

  @Test
  void doesNotHideAGoalThatIsMissed() {
    Figure figure = new Figure("4", "p99", "40 ms", "9 ms", 4.4, Goal.atMost(3));

    assertThat(figure.toRow()).endsWith("| 4.40× | ≤ 3.00× | **missed** |");
  }
}

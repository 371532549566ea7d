package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
  @Test
  void isReachedFromTheRightSide() {
    assertThat(Goal.atLeast(6).isReachedBy(6)).isTrue();
    assertThat(Goal.atLeast(6).isReachedBy(5.9)).isFalse();
    assertThat(Goal.atMost(3).isReachedBy(3)).isTrue();
    assertThat(Goal.atMost(3).isReachedBy(3.1)).isFalse();
  }
}

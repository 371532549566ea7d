package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentionTest {
  private long nanos = 7;
  private final Attention attention = new Attention(() -> nanos, 5_000);

  private void pass(long ms) {
    nanos += ms * 1_000_000;
  }

  private boolean isLostAfter(int seconds) {
    boolean lost = false;
    for (int second = 0; second < seconds; second++) {
      pass(1_000);
      lost = attention.isLost();
    }
    return lost;
  }

  @Test
  void isLostWhenNothingComesForTheLimit() {
    assertThat(isLostAfter(5)).isFalse();
    assertThat(isLostAfter(1)).isTrue();
  }

  @Test
  void comesBackWithAWatermark() {
    isLostAfter(6);

    attention.heard();

    assertThat(isLostAfter(5)).isFalse();
    assertThat(isLostAfter(1)).isTrue();
  }

  @Test
  void isNotLostWhereNobodyCouldLook() {
    assertThat(isLostAfter(4)).isFalse();

    pass(60_000);

    assertThat(attention.isLost()).isFalse();
    assertThat(isLostAfter(5)).isFalse();
    assertThat(isLostAfter(1)).isTrue();
  }
}

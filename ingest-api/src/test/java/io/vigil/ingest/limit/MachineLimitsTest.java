package io.vigil.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineLimitsTest {
  @Test
  void keepsWhatTheMachineAllows() {
    assertThat(MachineLimits.bytes(1_000)).isEqualTo(1_000);
    assertThat(MachineLimits.requests(10)).isEqualTo(10);
    assertThat(MachineLimits.connections(1)).isEqualTo(1);
  }

  @Test
  void allowsNoMoreThanAShareOfTheHeap() {
    long heap = Runtime.getRuntime().maxMemory();

    assertThat(MachineLimits.bytes(Long.MAX_VALUE)).isEqualTo(heap / 8);
    assertThat(MachineLimits.requests(Integer.MAX_VALUE)).isLessThanOrEqualTo((int) (heap / 16384));
  }

  @Test
  void allowsAConnectionAtLeast() {
    assertThat(MachineLimits.connections(Integer.MAX_VALUE)).isBetween(1, Integer.MAX_VALUE - 1);
  }
}

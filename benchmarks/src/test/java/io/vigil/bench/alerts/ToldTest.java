package io.vigil.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldTest {
  @Test
  void isReadAsItWasWritten() {
    Told told = new Told("p-00001", "gap", "raised", 1_764_000_000_250L, 1_764_000_005_250L);

    assertThat(Told.fromJson(told.toJson())).isEqualTo(told);
  }
}

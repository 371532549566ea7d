package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
  @Test
  void addsUserAndSystemTime() {
    String stat = "4711 (java) S 1 4711 4711 0 -1 4194560 9 0 0 0 1250 250 7 8 20 0 31 0 99";

    assertThat(CpuTime.seconds(stat)).isEqualTo(15.0);
  }

  @Test
  void isNotMisledByTheNameOfTheProgram() {
    String stat = "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 9 0 0 0 100 50 7 8 20 0 31 0 99";

    assertThat(CpuTime.seconds(stat)).isEqualTo(1.5);
  }
}

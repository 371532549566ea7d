package io.vigil.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.SeriesNotation.Sample;
import org.junit.jupiter.api.Test;

class SeriesNotationTest {
  @Test
  void givesOneReadingASecond() {
    assertThat(SeriesNotation.series("72x2 140", 5_000))
        .containsExactly(
            new Sample(5_000, 7200), new Sample(6_000, 7200), new Sample(7_000, 14000));
  }

  @Test
  void leavesOutTheSecondsOfASilence() {
    assertThat(SeriesNotation.series("72 _x3 72.5", 0))
        .containsExactly(new Sample(0, 7200), new Sample(4_000, 7250));
  }

  @Test
  void namesTheStepThatItCannotRead() {
    assertThatThrownBy(() -> SeriesNotation.series("72 oops", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oops");
  }
}

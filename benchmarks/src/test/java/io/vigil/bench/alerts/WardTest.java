package io.vigil.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WardTest {
  private final Ward ward = new Ward(100, 2_000);

  @Test
  void bringsEveryPatientOneEpisodeOfEachKindInHalfAnHour() {
    long high = seconds().filter(second -> ward.value(7, second) > 120_00).count();
    long low = seconds().filter(second -> ward.value(7, second) < 50_00).count();
    long silent = seconds().filter(second -> ward.isSilent(7, second)).count();

    assertThat(high).isEqualTo(25);
    assertThat(low).isEqualTo(25);
    assertThat(silent).isEqualTo(8);
  }

  @Test
  void letsNobodyBeSilentWhereARoundEndsOrBegins() {
    boolean silent =
        IntStream.range(0, 100)
            .anyMatch(patient -> ward.isSilent(patient, 1_999) || ward.isSilent(patient, 2_199));

    assertThat(silent).isFalse();
  }

  private static IntStream seconds() {
    return IntStream.range(0, 1_800);
  }
}

package io.vigil.schema.vital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VitalTest {
  @ParameterizedTest
  @CsvSource({
    "heart_rate, 8867-4, /min, 0, 350",
    "spo2, 59408-5, %, 0, 100",
    "resp_rate, 9279-1, /min, 0, 150",
    "temperature, 8310-5, Cel, 10, 50",
    "bp_systolic, 8480-6, mm[Hg], 0, 350",
    "bp_diastolic, 8462-4, mm[Hg], 0, 300"
  })
  void hasTheContractsCodesUnitsAndRanges(
      String code, String loinc, String unit, int min, int max) {
    Vital vital = Vital.ofCode(code).orElseThrow();

    assertThat(vital.loinc()).isEqualTo(loinc);
    assertThat(vital.unit()).isEqualTo(unit);
    assertThat(vital.isPlausible(min * 100L)).isTrue();
    assertThat(vital.isPlausible(max * 100L)).isTrue();
    assertThat(vital.isPlausible(min * 100L - 1)).isFalse();
    assertThat(vital.isPlausible(max * 100L + 1)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void survivesTheWire(Vital vital) {
    assertThat(Vital.ofWire(vital.toWire())).contains(vital);
  }

  @Test
  void everyVitalOfTheWireIsKnown() {
    assertThat(
            Stream.of(io.vigil.schema.wire.Vital.values()).filter(v -> Vital.ofWire(v).isEmpty()))
        .containsExactlyInAnyOrder(
            io.vigil.schema.wire.Vital.VITAL_UNSPECIFIED, io.vigil.schema.wire.Vital.UNRECOGNIZED);
  }

  @ParameterizedTest
  @CsvSource({"13400, 134", "7250, 72.5", "7255, 72.55", "0, 0", "100, 1", "35000, 350"})
  void writesHundredthsAsTheShortestDecimal(long hundredths, String decimal) {
    assertThat(Vital.decimal(hundredths).toString()).isEqualTo(decimal);
  }
}

package io.vigil.schema.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VitalLimitsTest {
  private static VitalLimits limits(
      @Nullable String high,
      @Nullable String low,
      @Nullable String extremeHigh,
      @Nullable String extremeLow) {
    return new VitalLimits(number(high), number(low), number(extremeHigh), number(extremeLow));
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @Test
  void areEqualHoweverTheyAreWritten() {
    assertThat(limits("120.0", null, "1.5e2", null)).isEqualTo(limits("120", null, "150", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120.001", "99999999999", "1e999999999", "1e-999999999"})
  void refuseWhatIsNoNumberOfTwoDecimals(String limit) {
    assertThatThrownBy(() -> limits(limit, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lieOverOthers() {
    VitalLimits ward = limits("120", "50", "150", "40");

    assertThat(limits("110", null, null, "30").over(ward))
        .isEqualTo(limits("110", "50", "150", "30"));
    assertThat(VitalLimits.NONE.over(ward)).isEqualTo(ward);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 50, 150, 40",
    "120, 50, 120, 50",
    "120, , , ",
    ", , , 40",
    ", , , ",
    "350, 0, 350, 0",
  })
  void areFreeOfContradictions(
      @Nullable String high, @Nullable String low, @Nullable String far, @Nullable String deep) {
    assertThat(limits(high, low, far, deep).contradiction(Vital.HEART_RATE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120, , , the lower limit is not below the upper one",
    ", 150, 150, , the lower limit is not below the upper one",
    "40, , , 40, the lower limit is not below the upper one",
    "120, , 110, , extreme_high is below high",
    ", 50, , 55, extreme_low is above low",
    "351, , , , a limit is outside the plausible range of heart_rate",
    ", -1, , , a limit is outside the plausible range of heart_rate",
  })
  void contradictThemselves(
      @Nullable String high,
      @Nullable String low,
      @Nullable String far,
      @Nullable String deep,
      String what) {
    assertThat(limits(high, low, far, deep).contradiction(Vital.HEART_RATE)).contains(what);
  }
}

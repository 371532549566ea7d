package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "1254321, 1.25 M",
    "83123, 83.1 k",
    "9994, 9994",
    "250.4, 250",
    "0.3141, 0.314",
    "12.34, 12.3",
    "9.996, 10.0"
  })
  void isToldWithThreeDigits(double number, String told) {
    assertThat(Quantity.of(number)).isEqualTo(told);
  }
}

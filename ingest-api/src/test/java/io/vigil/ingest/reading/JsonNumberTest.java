package io.vigil.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNumberTest {
  private static final BigDecimal TEN_DIGITS = BigDecimal.TEN.pow(9);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "0e5, 0",
    "0.000e-9, 0",
    "72, 7200",
    "72.5, 7250",
    "72.50, 7250",
    "72.49, 7249",
    "72.494, 7249",
    "72.495, 7250",
    "72.4949999999999999999999, 7249",
    "72.4950000000000000000001, 7250",
    "99.995, 10000",
    "0.004, 0",
    "0.005, 1",
    "0.0049999, 0",
    "0.01, 1",
    "-0.004, 0",
    "-0.005, -1",
    "-1, -100",
    "-12.345, -1235",
    "7.2e1, 7200",
    "7.2E+1, 7200",
    "720e-1, 7200",
    "0.00072e5, 7200",
    "7200000e-5, 7200",
    "1e-2, 1",
    "5e-3, 1",
    "4e-3, 0",
    "1e-3, 0",
    "1e-999999999, 0",
    "9999999.99, 999999999",
    "0000001e-1, 10",
  })
  void readsHundredthsRoundedHalfUp(String number, long hundredths) {
    assertThat(hundredths(number)).isEqualTo(hundredths);
  }

  @ParameterizedTest
  @CsvSource({
    "10000000",
    "9999999.995",
    "1e8",
    "1e400",
    "1e999999999999999999999999",
    "123456789012345678901234567890",
    "0.0001e100"
  })
  void tellsNumbersThatAreTooLarge(String number) {
    assertThat(hundredths(number)).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(hundredths("-" + number)).isLessThanOrEqualTo(-1_000_000_000L);
  }

  @Test
  void roundsLikeBigDecimal() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String number = randomNumber(random);
      BigDecimal exact = new BigDecimal(number).movePointRight(2).setScale(0, RoundingMode.HALF_UP);

      long hundredths = hundredths(number);

      if (exact.abs().compareTo(TEN_DIGITS) < 0) {
        assertThat(hundredths).as(number).isEqualTo(exact.longValueExact());
      } else {
        assertThat(Math.abs(hundredths)).as(number).isGreaterThanOrEqualTo(1_000_000_000L);
      }
    }
  }

  @Test
  void readsAMillionDigitsInNoTime() {
    String digits = "7".repeat(1_000_000);

    assertThat(hundredths(digits)).isEqualTo(JsonNumber.TOO_LARGE);
    assertThat(hundredths("0." + digits)).isEqualTo(78);
    assertThat(hundredths("7." + digits)).isEqualTo(778);
    assertThat(hundredths(digits + "e-999998")).isEqualTo(7778);
    assertThat(whole(digits)).isEqualTo(JsonNumber.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "17, 17",
    "-17, -17",
    "1763712000250, 1763712000250",
    "999999999999999999, 999999999999999999",
    "-999999999999999999, -999999999999999999",
    "1000000000000000000, 9223372036854775807",
    "18446744073709551616, 9223372036854775807",
    "-1000000000000000000, -9223372036854775807"
  })
  void readsWholeNumbersUpToEighteenDigits(String number, long expected) {
    assertThat(whole(number)).isEqualTo(expected);
  }

  private static String randomNumber(Random random) {
    StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "");
    number.append(random.nextInt(3) == 0 ? 0 : random.nextInt(100_000));
    if (random.nextBoolean()) {
      number.append('.').append(random.nextInt(100_000)).append(random.nextBoolean() ? "5" : "");
    }
    if (random.nextBoolean()) {
      number.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(24) - 12);
    }
    return number.toString();
  }

  /** The number stands in the middle of other text, as it does in the parser's buffer. */
  private static long hundredths(String number) {
    return JsonNumber.hundredths(("9." + number + "5e5").toCharArray(), 2, number.length());
  }

  private static long whole(String number) {
    return JsonNumber.whole(("9" + number + "5").toCharArray(), 1, number.length());
  }
}

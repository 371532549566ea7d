package io.vigil.generator.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "' 7 ', 7", "3600, 3600", "3601, 3600", "999999999999999999, 3600"})
  void understandsSecondsUpToAnHour(String value, long seconds) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 24 Nov 2026 22:00:05 GMT|5",
        "Tue, 24 Nov 2026 22:00:00 GMT|0",
        "Tue, 24 Nov 2026 21:00:00 GMT|0",
        "Wed, 25 Nov 2026 22:00:00 GMT|3600"
      })
  void understandsADate(String value, long seconds) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1", "1.5", "1e3", "Tue, 99 Nov 2026 22:00:05 GMT", "2026-11-24"})
  void takesAnythingElseForNothingSaid(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }
}

package io.vigil.schema.reception;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteReceptionTest {
  private static final String JSON =
      """
      {"patient":"p-0001","vital":"heart_rate","minute":"2026-11-24T22:00:00Z","expected":60,\
      "received":57,"duplicate":3,"conflict":0,"late":1,"outOfOrder":2,"missing":2,\
      "intervalMs":1000,"longestSilenceMs":3000,"jitterMs":12}\
      """;

  private static final MinuteReception RECEPTION =
      new MinuteReception(
          "p-0001",
          "heart_rate",
          Instant.parse("2026-11-24T22:00:00Z"),
          60,
          57,
          3,
          0,
          1,
          2,
          2,
          1_000L,
          3_000,
          12L);

  @Test
  void isWrittenAsTheFormatPageShows() {
    assertThat(new String(RECEPTION.toJson(), UTF_8)).isEqualTo(JSON);
  }

  @Test
  void isReadPassingOverWhatIsNotKnown() {
    String newer = JSON.replace("{\"patient\"", "{\"later\":1,\"patient\"");

    assertThat(MinuteReception.fromJson(newer.getBytes(UTF_8))).isEqualTo(RECEPTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"patient\":\"p-0001\"}", "?"})
  void refusesWhatIsNoReception(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinuteReception.fromJson(json.getBytes(UTF_8)));
  }
}

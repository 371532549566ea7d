package io.vigil.schema.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageCheckTest {
  private static final StorageCheck CHECK =
      new StorageCheck(3, 100, 199, Instant.parse("2026-11-25T08:00:00.250Z"), 5_900, 37, 1, 2);

  @Test
  void isReadAsItWasWritten() {
    assertThat(StorageCheck.fromJson(CHECK.toJson())).isEqualTo(CHECK);
    assertThat(CHECK.agrees()).isFalse();
  }

  @Test
  void passesOverWhatALaterVersionAdds() {
    String json = new String(CHECK.toJson(), UTF_8).replace("{", "{\"new\":[1],");

    assertThat(StorageCheck.fromJson(json.getBytes(UTF_8))).isEqualTo(CHECK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "7", "{\"at\":\"yesterday\"}", "\u0000"})
  void refusesWhatIsNone(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StorageCheck.fromJson(json.getBytes(UTF_8)))
        .withMessageStartingWith("not a storage check");
  }
}

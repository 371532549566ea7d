package io.vigil.storage.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.storage.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

class RefillPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Settings.of(RefillProperties.class, Map.of()))
        .isEqualTo(new RefillProperties(Duration.ofHours(1), Duration.ofSeconds(2)));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            Settings.of(
                RefillProperties.class,
                Map.of("VIGIL_HOT_REFILL", "0s", "vigil.refill.retry-after", "1s")))
        .isEqualTo(new RefillProperties(Duration.ZERO, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({"vigil.refill.reach, -1s", "vigil.refill.retry-after, 0s"})
  void refuses(String key, String value) {
    assertThatThrownBy(() -> Settings.of(RefillProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }
}

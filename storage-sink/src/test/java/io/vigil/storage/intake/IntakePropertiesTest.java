package io.vigil.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.storage.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

class IntakePropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Settings.of(IntakeProperties.class, Map.of()))
        .isEqualTo(
            new IntakeProperties(
                Duration.ofSeconds(10),
                200_000,
                1_000_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3)));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            Settings.of(
                IntakeProperties.class,
                Map.of(
                    "VIGIL_SINK_FLUSH_EVERY", "30s",
                    "VIGIL_SINK_FLUSH_READINGS", "100",
                    "VIGIL_SINK_HOLD_READINGS", "200",
                    "vigil.intake.retry-after", "2s",
                    "vigil.intake.hand-over-within", "4s")))
        .isEqualTo(
            new IntakeProperties(
                Duration.ofSeconds(30), 100, 200, Duration.ofSeconds(2), Duration.ofSeconds(4)));
  }

  @ParameterizedTest
  @CsvSource({
    "vigil.intake.flush-every, 0s",
    "vigil.intake.flush-readings, 0",
    "vigil.intake.hold-readings, 199999",
    "vigil.intake.retry-after, 0s",
    "vigil.intake.hand-over-within, 0s"
  })
  void refuses(String key, String value) {
    assertThatThrownBy(() -> Settings.of(IntakeProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }

  @Test
  void topicsHaveDefaultsAndTakeEveryKey() {
    assertThat(Settings.of(TopicsProperties.class, Map.of()))
        .isEqualTo(new TopicsProperties(4, (short) 1));
    assertThat(
            Settings.of(
                TopicsProperties.class, Map.of("VIGIL_PARTITIONS", "12", "VIGIL_REPLICATION", "3")))
        .isEqualTo(new TopicsProperties(12, (short) 3));
  }

  @ParameterizedTest
  @CsvSource({"vigil.topics.partitions, 0", "vigil.topics.replicas, 0"})
  void topicsRefuse(String key, String value) {
    assertThatThrownBy(() -> Settings.of(TopicsProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }
}

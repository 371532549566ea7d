package io.vigil.storage.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.storage.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

class HotPropertiesTest {
  @Test
  void windowHasDefaults() {
    assertThat(Settings.of(HotProperties.class, Map.of()))
        .isEqualTo(
            new HotProperties(Duration.ofDays(7), Duration.ofHours(1), 256, Duration.ofSeconds(5)));
  }

  @Test
  void windowTakesEveryKey() {
    assertThat(
            Settings.of(
                HotProperties.class,
                Map.of(
                    "VIGIL_HOT_HIGH_PRIORITY", "2d",
                    "VIGIL_HOT_OTHERS", "10m",
                    "vigil.hot.writes-in-flight", "8",
                    "vigil.hot.write-timeout", "1s")))
        .isEqualTo(
            new HotProperties(
                Duration.ofDays(2), Duration.ofMinutes(10), 8, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "vigil.hot.keep-high-priority, 1s",
    "vigil.hot.keep-others, 1s",
    "vigil.hot.writes-in-flight, 0",
    "vigil.hot.write-timeout, 0s"
  })
  void windowRefuses(String key, String value) {
    assertThatThrownBy(() -> Settings.of(HotProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }

  @Test
  void memberHasDefaults() {
    assertThat(Settings.of(HazelcastProperties.class, Map.of()))
        .isEqualTo(new HazelcastProperties("vigil", "127.0.0.1", 5701, List.of("127.0.0.1:5701")));
  }

  @Test
  void memberTakesEveryKey() {
    assertThat(
            Settings.of(
                HazelcastProperties.class,
                Map.of(
                    "VIGIL_HAZELCAST_CLUSTER", "ward",
                    "VIGIL_BIND", "10.0.0.1",
                    "VIGIL_HAZELCAST_PORT", "5801",
                    "VIGIL_HAZELCAST", "10.0.0.1:5801,10.0.0.2:5801")))
        .isEqualTo(
            new HazelcastProperties(
                "ward", "10.0.0.1", 5801, List.of("10.0.0.1:5801", "10.0.0.2:5801")));
  }

  @ParameterizedTest
  @CsvSource({
    "vigil.hazelcast.cluster, ''",
    "vigil.hazelcast.bind, ''",
    "vigil.hazelcast.port, 0",
    "vigil.hazelcast.port, 65536",
    "vigil.hazelcast.members, ''"
  })
  void memberRefuses(String key, String value) {
    assertThatThrownBy(() -> Settings.of(HazelcastProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }
}

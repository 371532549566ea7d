package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.storage.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

class HistoryPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Settings.of(HistoryProperties.class, Map.of()))
        .isEqualTo(
            new HistoryProperties(
                "vigil",
                "datacenter1",
                1,
                Duration.ofDays(730),
                128,
                Duration.ofSeconds(20),
                Duration.ofSeconds(2)));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            Settings.of(
                HistoryProperties.class,
                Map.of(
                    "VIGIL_KEYSPACE", "ward",
                    "VIGIL_CASSANDRA_DATACENTER", "dc-1",
                    "VIGIL_CASSANDRA_REPLICATION", "3",
                    "VIGIL_HISTORY_KEEP", "30d",
                    "VIGIL_HISTORY_APPENDS", "16",
                    "vigil.history.schema-timeout", "1s",
                    "vigil.history.connect-again-after", "3s")))
        .isEqualTo(
            new HistoryProperties(
                "ward",
                "dc-1",
                3,
                Duration.ofDays(30),
                16,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3)));
  }

  @Test
  void replicasAreThoseOfTheTopicsWhereNothingElseIsSaid() {
    assertThat(Settings.of(HistoryProperties.class, Map.of("VIGIL_REPLICATION", "3")).replicas())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "vigil.history.keyspace, ''",
    "vigil.history.keyspace, 'vigil; DROP KEYSPACE vigil'",
    "vigil.history.keyspace, Vigil",
    "vigil.history.datacenter, 'dc''1'",
    "vigil.history.replicas, 0",
    "vigil.history.keep-for, 1s",
    "vigil.history.appends-in-flight, 0",
    "vigil.history.schema-timeout, 0s",
    "vigil.history.connect-again-after, 0s"
  })
  void refuses(String key, String value) {
    assertThatThrownBy(() -> Settings.of(HistoryProperties.class, Map.of(key, value)))
        .isInstanceOf(BindException.class);
  }
}

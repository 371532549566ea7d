package io.vigil.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {
  private static final StreamProperties PROPERTIES =
      new StreamProperties(
          "app",
          Path.of("/state"),
          2,
          1,
          Duration.ofMillis(100),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofMillis(500));

  private final Map<String, Object> settings =
      new StreamSettings(PROPERTIES, new TopicProperties(4, (short) 3), new SimpleMeterRegistry())
          .with(Map.of("bootstrap.servers", "broker:9092"));
  private final StreamsConfig config = new StreamsConfig(settings);

  @Test
  void processesExactlyOnce() {
    assertThat(settings)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("num.standby.replicas", 1)
        .containsEntry("replication.factor", 3)
        .containsEntry("max.task.idle.ms", 0L)
        .containsEntry("state.dir", "/state");
  }

  @Test
  void givesUpWhoeverHangsWithinTheBudget() {
    Map<String, Object> consumer = config.getMainConsumerConfigs("app", "client", 0);
    Map<String, Object> producer = config.getProducerConfigs("client");

    assertThat(consumer)
        .containsEntry("bootstrap.servers", "broker:9092")
        .containsEntry("session.timeout.ms", 3_000)
        .containsEntry("heartbeat.interval.ms", 750)
        .containsEntry("request.timeout.ms", 3_000)
        .containsEntry("default.api.timeout.ms", 5_000)
        .containsEntry("isolation.level", "read_committed");
    assertThat(producer)
        .containsEntry("transaction.timeout.ms", 4_000)
        .containsEntry("request.timeout.ms", 3_000)
        .containsEntry("delivery.timeout.ms", 8_000)
        .containsEntry("max.block.ms", 5_000L)
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
  }
}

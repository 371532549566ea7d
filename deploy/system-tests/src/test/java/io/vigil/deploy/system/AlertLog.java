package io.vigil.deploy.system;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything in vitals.alerts so far, read as any consumer would. Not for several threads. */
final class AlertLog implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Alert> alerts = new ArrayList<>();

  AlertLog(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ALERTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The alerts of a patient, in the order in which they were told. */
  List<Alert> of(String patient) {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(event -> alerts.add(AlertEvent.fromJson(event.value()).data()));
    return alerts.stream().filter(alert -> alert.patient().equals(patient)).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.vigil.deploy.system;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything in vitals.alerts by now, read as any consumer would. Not for several threads. */
public final class AlertLog implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new ArrayList<>();

  public static AlertLog of(VigilStack stack) {
    return at(Person.credentials(stack).get("kafka").asString());
  }

  /** The log of the brokers with these addresses. */
  public static AlertLog at(String bootstrapServers) {
    return new AlertLog(bootstrapServers);
  }

  private AlertLog(String bootstrapServers) {
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
  public List<Alert> of(String patient) {
    return heard(patient).stream().map(Heard::alert).toList();
  }

  /** The same, with the time at which each was read here; call it often to have that exact. */
  List<Heard> heard(String patient) {
    readToEnd();
    return heard.stream().filter(one -> one.alert().patient().equals(patient)).toList();
  }

  /** One poll may bring nothing although there is something, so it goes on to where the end was. */
  private void readToEnd() {
    Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
    while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      read();
    }
  }

  private void read() {
    ConsumerRecords<String, byte[]> events = consumer.poll(Duration.ofMillis(100));
    Instant now = Instant.now();
    for (ConsumerRecord<String, byte[]> event : events) {
      alertIn(event).ifPresent(alert -> heard.add(new Heard(alert.data(), now)));
    }
  }

  /** Empty for what is no alert, which a test may have written. */
  private static Optional<AlertEvent> alertIn(ConsumerRecord<String, byte[]> event) {
    try {
      return AlertEvent.alertIn(event.value());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** An alert, and when it was read from the log. */
  record Heard(Alert alert, Instant at) {}
}

package io.vigil.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.operator.rejected.ParkedRecord;
import io.vigil.deploy.operator.rejected.RejectedTopic;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that nobody can read, in a topic that several read. */
record Poison(String topic, Set<String> readers) {
  /** Each topic that somebody reads, and all who do. */
  static final List<Poison> OF_EACH_TOPIC =
      List.of(
          new Poison(Topics.READINGS, Set.of("alert-service", "storage-sink", "dashboard-gateway")),
          new Poison(Topics.WATERMARKS, Set.of("alert-service", "dashboard-gateway")),
          new Poison(Topics.ALERTS, Set.of("dashboard-gateway")),
          new Poison(Topics.ALERT_COMMANDS, Set.of("alert-service", "dashboard-gateway")),
          new Poison(Topics.RECEPTION, Set.of("dashboard-gateway")),
          new Poison(Topics.PRESENCE, Set.of("alert-service")),
          new Poison(Topics.STORAGE_CHECKS, Set.of("alert-service")),
          new Poison(Topics.WEBHOOKS, Set.of("alert-service")),
          new Poison(
              Topics.REGISTRY,
              Set.of("ingest-api", "alert-service", "storage-sink", "dashboard-gateway")));

  private static final Duration PARKED_WITHIN = Duration.ofMinutes(1);

  /**
   * Writes two, one after the other, so that the second is parked only by who has moved on; returns
   * how long the slower one took until all readers had parked it, with its bytes and a reason.
   */
  Duration parkedAfter(String kafka, String key) {
    Duration one = parkedAfter(kafka, key, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    Duration other = parkedAfter(kafka, key, "{}".getBytes(UTF_8));
    return one.compareTo(other) > 0 ? one : other;
  }

  private Duration parkedAfter(String kafka, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
    long written = System.nanoTime();
    await()
        .atMost(PARKED_WITHIN)
        .untilAsserted(() -> assertThat(whoParked(kafka, key, value)).isEqualTo(readers));
    return Duration.ofNanos(System.nanoTime() - written);
  }

  private Set<String> whoParked(String kafka, String key, byte[] value) {
    return new RejectedTopic(kafka)
            .read(
                parked ->
                    parked.topic().equals(topic)
                        && Arrays.equals(parked.record().key(), key.getBytes(UTF_8))
                        && Arrays.equals(parked.record().value(), value)
                        && !parked.reason().isEmpty())
            .stream()
            .map(ParkedRecord::by)
            .collect(Collectors.toSet());
  }
}

package io.vigil.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Patient.Priority;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log as the other services see it. */
final class TestLog {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> settings;

  TestLog(String bootstrapServers) {
    settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
  }

  /** Admits a patient. */
  void admit(String patient) throws Exception {
    put(new Patient(patient, "Ada", "Ward 3", "12", Priority.NORMAL, Instant.EPOCH));
  }

  /** Provisions a device, as the gateway does. */
  void provision(String device, String token, String... patients) throws Exception {
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    put(new Device(device, Set.of(patients), hash));
  }

  /** Takes an entry of the registry back. */
  void revoke(String key) throws Exception {
    send(new ProducerRecord<>(Topics.REGISTRY, key, null));
  }

  private void put(RegistryEntry entry) throws Exception {
    send(new ProducerRecord<>(Topics.REGISTRY, entry.key(), entry.toJson()));
  }

  private void send(ProducerRecord<String, byte[]> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  /** Reads a topic from its beginning until what was read is enough. */
  List<ConsumerRecord<String, byte[]>> read(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                return enough.test(all);
              });
      return all;
    }
  }
}

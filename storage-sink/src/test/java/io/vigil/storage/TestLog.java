package io.vigil.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log, as those see it who write to it and who look after it. */
final class TestLog implements AutoCloseable {
  private static final String GROUP = "storage-sink";
  private static final List<TopicPartition> READINGS =
      List.of(new TopicPartition(Topics.READINGS, 0), new TopicPartition(Topics.READINGS, 1));

  private final Map<String, Object> settings;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  TestLog(String brokers) {
    this.settings = Map.of("bootstrap.servers", brokers);
    this.admin = Admin.create(settings);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Creates the topics, as whichever service comes first. */
  void createTopics() throws ExecutionException, InterruptedException {
    admin.createTopics(Topics.all(READINGS.size(), (short) 1)).all().get();
  }

  void append(Readings message) throws ExecutionException, InterruptedException {
    append(message.getPatient(), message.toByteArray());
  }

  void append(String patient, byte[] value) throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(Topics.READINGS, patient.getBytes(UTF_8), value)).get();
  }

  void append(RegistryEntry entry) throws ExecutionException, InterruptedException {
    producer
        .send(new ProducerRecord<>(Topics.REGISTRY, entry.key().getBytes(UTF_8), entry.toJson()))
        .get();
  }

  /** Whether the sink has committed all that there is. */
  boolean isAllCommitted() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    READINGS.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest).all().get();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return end.getValue().offset() == (offset == null ? 0 : offset.offset());
            });
  }

  /** Forgets what the sink has committed, which must not be running. */
  void forgetCommits() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    READINGS.forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
    admin.alterConsumerGroupOffsets(GROUP, beginning).all().get();
  }

  /** What lies in vitals.rejected under this key. */
  List<ConsumerRecord<byte[], byte[]>> rejected(String key) {
    return only(Topics.REJECTED).stream()
        .filter(record -> key.equals(new String(record.key(), UTF_8)))
        .toList();
  }

  /** What lies in vitals.storage-checks. */
  List<StorageCheck> storageChecks() {
    return only(Topics.STORAGE_CHECKS).stream()
        .map(record -> StorageCheck.fromJson(record.value()))
        .toList();
  }

  /** All that lies in a topic of one partition. */
  private List<ConsumerRecord<byte[], byte[]>> only(String topic) {
    List<TopicPartition> one = List.of(new TopicPartition(topic, 0));
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(one);
      consumer.seekToBeginning(one);
      long end = Objects.requireNonNull(consumer.endOffsets(one).get(one.get(0)));
      while (consumer.position(one.get(0)) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
      }
    }
    return all;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}

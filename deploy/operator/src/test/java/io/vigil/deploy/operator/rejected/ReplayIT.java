package io.vigil.deploy.operator.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.engine.KafkaEngine;
import io.vigil.deploy.operator.log.TopicReader;
import io.vigil.deploy.operator.rejected.Replayed.Result;
import io.vigil.schema.topic.RejectedRecord;
import io.vigil.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
  private static final byte[] POISON = {1, 2, (byte) 0xff};

  private KafkaEngine kafka;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    kafka = KafkaEngine.start(home);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(Topics.all(3, (short) 1)).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  void stop() {
    if (producer != null) {
      producer.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  @Test
  void writesKeyValueAndHeadersToWhereTheyCameFrom() throws Exception {
    ConsumerRecord<byte[], byte[]> original = poison(Topics.READINGS, 2, "p-1");
    park(original, "storage-sink", "malformed");

    List<Replayed> told = replay(false, false, at(original));

    assertThat(told).extracting(Replayed::result).containsExactly(Result.WRITTEN);
    List<ConsumerRecord<byte[], byte[]>> copies = with(Topics.READINGS, "p-1");
    assertThat(copies).hasSize(2);
    ConsumerRecord<byte[], byte[]> copy = copies.get(1);
    assertThat(copy.partition()).isEqualTo(2);
    assertThat(copy.value()).isEqualTo(POISON);
    assertThat(copy.headers()).isEqualTo(original.headers());
  }

  @Test
  void doesNotReplayTwiceUnlessTold() throws Exception {
    ConsumerRecord<byte[], byte[]> original = poison(Topics.ALERTS, 0, "p-2");
    park(original, "dashboard-gateway", "malformed");

    replay(false, false, at(original));
    List<Replayed> second = replay(false, false, at(original));
    int afterTwo = with(Topics.ALERTS, "p-2").size();
    List<Replayed> third = replay(false, true, at(original));

    assertThat(second).extracting(Replayed::result).containsExactly(Result.LEFT);
    assertThat(second.get(0).told()).contains("was replayed before");
    assertThat(afterTwo).isEqualTo(2);
    assertThat(third).extracting(Replayed::result).containsExactly(Result.WRITTEN);
    assertThat(with(Topics.ALERTS, "p-2")).hasSize(3);
  }

  @Test
  void writesOnceWhatTwoServicesHaveParked() throws Exception {
    ConsumerRecord<byte[], byte[]> original = poison(Topics.READINGS, 0, "p-3");
    park(original, "storage-sink", "malformed");
    park(original, "alert-service", "malformed");

    List<Replayed> told = replay(false, false, at(original));

    assertThat(told).extracting(Replayed::result).containsExactly(Result.WRITTEN, Result.LEFT);
    assertThat(with(Topics.READINGS, "p-3")).hasSize(2);
  }

  @Test
  void leavesWhatAReplayThatWasCutShortMayHaveWritten() throws Exception {
    ConsumerRecord<byte[], byte[]> original = poison(Topics.READINGS, 1, "p-4");
    park(original, "storage-sink", "malformed");
    ReplayAudit audit = new ReplayAudit(kafka.bootstrapServers());
    producer.send(audit.begun(at(original), "operator:somebody", Instant.EPOCH)).get();

    List<Replayed> told = replay(false, false, at(original));

    assertThat(told).extracting(Replayed::result).containsExactly(Result.LEFT);
    assertThat(told.get(0).told()).contains("may have been replayed");
    assertThat(with(Topics.READINGS, "p-4")).hasSize(1);
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    ConsumerRecord<byte[], byte[]> original = poison(Topics.READINGS, 1, "p-5");
    park(original, "storage-sink", "malformed");

    List<Replayed> told = replay(true, false, at(original));

    assertThat(told).extracting(Replayed::result).containsExactly(Result.WOULD_BE_WRITTEN);
    assertThat(with(Topics.READINGS, "p-5")).hasSize(1);
  }

  @Test
  void listsByTopicReasonAndService() throws Exception {
    park(poison(Topics.REGISTRY, 0, "p-6"), "ingest-api", "not_an_entry");
    park(poison(Topics.WATERMARKS, 0, "p-6"), "alert-service", "malformed");

    assertThat(read(Optional.of(Topics.REGISTRY), Optional.empty(), Optional.empty()))
        .extracting(ParkedRecord::reason)
        .containsExactly("not_an_entry");
    assertThat(read(Optional.empty(), Optional.of("not_an_entry"), Optional.empty())).hasSize(1);
    assertThat(read(Optional.of(Topics.WATERMARKS), Optional.empty(), Optional.of("nobody")))
        .isEmpty();
  }

  private List<ParkedRecord> read(
      Optional<String> topic, Optional<String> reason, Optional<String> by) {
    return new RejectedTopic(kafka.bootstrapServers()).read(new Filter(topic, reason, by));
  }

  private List<Replayed> replay(boolean dryRun, boolean again, Origin origin) {
    List<ParkedRecord> records =
        new RejectedTopic(kafka.bootstrapServers())
            .read(record -> record.origin().equals(Optional.of(origin)));
    return new Replay(kafka.bootstrapServers(), "operator:test", dryRun, again).of(records);
  }

  private static Origin at(ConsumerRecord<?, ?> record) {
    return new Origin(record.topic(), record.partition(), record.offset());
  }

  /** Writes a record that nobody can process, and reads it as a consumer would. */
  private ConsumerRecord<byte[], byte[]> poison(String topic, int partition, String key)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), POISON);
    record.headers().add("trace", "abc".getBytes(UTF_8));
    producer.send(record).get();
    List<ConsumerRecord<byte[], byte[]>> all = with(topic, key);
    return all.get(all.size() - 1);
  }

  private void park(ConsumerRecord<byte[], byte[]> record, String by, String reason)
      throws Exception {
    producer.send(RejectedRecord.of(record, by, reason, "in words")).get();
  }

  private List<ConsumerRecord<byte[], byte[]>> with(String topic, String key) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    new TopicReader(kafka.bootstrapServers())
        .read(
            topic,
            0,
            record -> {
              if (new String(record.key(), UTF_8).equals(key)) {
                found.add(record);
              }
            });
    return found;
  }
}

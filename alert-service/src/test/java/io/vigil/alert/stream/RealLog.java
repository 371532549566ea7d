package io.vigil.alert.stream;

import static io.vigil.alert.topology.Wire.ms;

import io.vigil.alert.topology.Lines;
import io.vigil.alert.topology.Wire;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in this process, with what the other services write and read there. */
final class RealLog implements AutoCloseable {
  static final int PARTITIONS = 2;

  private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Future<?>> sent = new ArrayList<>();
  private final List<String> timeline = new ArrayList<>();

  RealLog() {
    broker.brokerProperties(
        Map.of(
            // The times of the tests are fixed, and may be far ahead or long past.
            "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE),
            "log.initial.task.delay.ms", "3600000",
            "auto.create.topics.enable", "false",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "offsets.topic.num.partitions", "2",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000"));
    broker.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address()),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  String address() {
    return broker.getBrokersAsString();
  }

  void admit(String patient) throws Exception {
    Patient entry =
        new Patient(patient, "A. B.", "Ward 3", "12", Patient.Priority.NORMAL, Instant.EPOCH);
    send(new ProducerRecord<>(Topics.REGISTRY, entry.key(), entry.toJson()));
    awaitSent();
  }

  void readings(String patient, double from, String notation) throws Exception {
    for (Readings message : Wire.live(patient, from, notation)) {
      readings(patient, message.getIngestTimeMs(), message.toByteArray());
    }
    awaitSent();
  }

  void readings(String patient, long ingestMs, byte[] value) {
    send(new ProducerRecord<>(Topics.READINGS, null, ingestMs, patient, value));
  }

  /** Watermarks of one ingest instance, four a second, both ends included. */
  void listen(double from, double to) throws Exception {
    for (double second = from; second <= to; second += 0.25) {
      byte[] watermark = Wire.watermark(second).toByteArray();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        send(new ProducerRecord<>(Topics.WATERMARKS, partition, ms(second), "ingest-1", watermark));
      }
    }
    awaitSent();
  }

  private void send(ProducerRecord<String, byte[]> message) {
    sent.add(producer.send(message));
  }

  private void awaitSent() throws Exception {
    producer.flush();
    for (Future<?> acknowledged : sent) {
      acknowledged.get();
    }
    sent.clear();
  }

  /** Every alarm event committed until now, each under the key of its patient. */
  List<String> timeline() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> alerts =
          List.of(new TopicPartition(Topics.ALERTS, 0), new TopicPartition(Topics.ALERTS, 1));
      consumer.assign(alerts);
      consumer.seekToBeginning(alerts);
    }
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(
            event ->
                AlertEvent.alertIn(event.value())
                    .ifPresent(alert -> add(event.key(), Lines.line(alert.data()))));
    return timeline;
  }

  private void add(String key, String line) {
    timeline.add(line.startsWith(key + " ") ? line : "key? " + line);
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
    broker.destroy();
  }
}

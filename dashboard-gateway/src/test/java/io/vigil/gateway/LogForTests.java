package io.vigil.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertEvent;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Watermark;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to a real log what ingest-api and alert-service would. */
final class LogForTests implements AutoCloseable {
  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaProducer<byte[], byte[]> transactional;

  LogForTests(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    producer = producer(Map.of("bootstrap.servers", bootstrapServers));
    transactional =
        producer(Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "alerts"));
    transactional.initTransactions();
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void heartRate(String patient, long eventTimeMs, long ingestTimeMs, int hundredths) {
    Readings readings =
        Readings.newBuilder()
            .setPatient(patient)
            .setDevice("dev-" + patient)
            .setIngestTimeMs(ingestTimeMs)
            .addSeries(
                Series.newBuilder()
                    .setVital(Vital.HEART_RATE.toWire())
                    .addReadings(
                        Reading.newBuilder()
                            .setEventTimeMs(eventTimeMs)
                            .setValueHundredths(hundredths)))
            .build();
    send(
        producer,
        new ProducerRecord<>(
            Topics.READINGS, null, ingestTimeMs, patient.getBytes(UTF_8), readings.toByteArray()));
    producer.flush();
  }

  void poison(String topic, String patient) {
    send(producer, new ProducerRecord<>(topic, patient.getBytes(UTF_8), new byte[] {-1, -1, -1}));
    producer.flush();
  }

  void watermark(int partitions, long timeMs) {
    for (int i = 0; i < partitions; i++) {
      Watermark mark =
          Watermark.newBuilder().setInstance("ingest-1").setIngestTimeMs(timeMs).build();
      send(
          producer,
          new ProducerRecord<>(
              Topics.WATERMARKS, i, timeMs, "ingest-1".getBytes(UTF_8), mark.toByteArray()));
    }
    producer.flush();
  }

  void alert(Alert alert) {
    transactional.beginTransaction();
    send(
        transactional,
        new ProducerRecord<>(
            Topics.ALERTS, alert.patient().getBytes(UTF_8), AlertEvent.of(alert).toJson()));
    transactional.commitTransaction();
  }

  /** The newest command of this kind to this patient's alarms, once there is one. */
  <C extends AlertCommand> C awaitCommand(Class<C> kind, String patient) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(Topics.ALERT_COMMANDS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < deadline) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          AlertCommand command = AlertCommand.fromJson(record.value());
          if (kind.isInstance(command) && command.patient().equals(patient)) {
            return kind.cast(command);
          }
        }
      }
      throw new AssertionError("no such command came");
    }
  }

  private static void send(
      KafkaProducer<byte[], byte[]> by, ProducerRecord<byte[], byte[]> record) {
    var unused = by.send(record); // flushed or committed by the caller
  }

  @Override
  public void close() {
    producer.close();
    transactional.close();
  }
}

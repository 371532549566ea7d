package io.vigil.bench.alerts;

import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import io.vigil.schema.wire.Watermark;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts one reading after another into the log, of each patient in turn, and the watermarks. */
final class SteadyReadings implements AutoCloseable {
  private static final int TICK_MS = 50;
  private static final int TICKS_PER_WATERMARK = 5;
  private static final int AT_FIRST_PER_WATERMARK = 2_000;
  private static final int HEALTHY = 75_00;

  private final int partitions;
  private final int patients;
  private final int perTick;
  private final KafkaProducer<String, byte[]> producer;
  private int next;

  SteadyReadings(String brokers, int partitions, int patients, int perSecond) {
    this.partitions = partitions;
    this.patients = patients;
    this.perTick = perSecond * TICK_MS / 1_000;
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** As fast as can be. */
  void sendOneOfEach() {
    writeWatermarks();
    for (int i = 1; i <= patients; i++) {
      writeReading();
      if (i % AT_FIRST_PER_WATERMARK == 0) {
        writeWatermarks();
      }
    }
    producer.flush();
    writeWatermarks();
  }

  /** At the pace; returns how many were sent. */
  int send(Duration lasting) {
    int ticks = (int) (lasting.toMillis() / TICK_MS);
    long start = System.nanoTime();
    for (int tick = 0; tick < ticks; tick++) {
      for (int i = 0; i < perTick; i++) {
        writeReading();
      }
      if (tick % TICKS_PER_WATERMARK == 0) {
        writeWatermarks();
      }
      long until = start + Duration.ofMillis((tick + 1L) * TICK_MS).toNanos();
      for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
    return ticks * perTick;
  }

  private void writeReading() {
    long now = System.currentTimeMillis();
    String id = Ward.id(next);
    next = (next + 1) % patients;
    Readings taken =
        Readings.newBuilder()
            .setPatient(id)
            .setDevice("dev-" + id)
            .setIngestTimeMs(now)
            .addSeries(
                Series.newBuilder()
                    .setVital(Vital.VITAL_HEART_RATE)
                    .addReadings(
                        Reading.newBuilder().setEventTimeMs(now).setValueHundredths(HEALTHY)))
            .build();
    send(new ProducerRecord<>(Topics.READINGS, null, now, id, taken.toByteArray()));
  }

  private void writeWatermarks() {
    long now = System.currentTimeMillis();
    byte[] watermark =
        Watermark.newBuilder().setInstance("ingest-1").setIngestTimeMs(now).build().toByteArray();
    for (int partition = 0; partition < partitions; partition++) {
      send(new ProducerRecord<>(Topics.WATERMARKS, partition, now, null, watermark));
    }
  }

  private void send(ProducerRecord<String, byte[]> record) {
    Future<?> unused = producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}

package io.vigil.bench.alerts;

import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import io.vigil.schema.wire.Watermark;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts a round's readings into the log within one transaction, so that they are all there before
 * any may be read, and lets go of them at once. One record for each reading, as devices at 1 Hz
 * make them, and the watermarks that ingest would write between them.
 */
final class Backlog implements AutoCloseable {
  private static final int INGEST_LATER_MS = 15;
  private static final int WATERMARK_EVERY_MS = 250;

  private final Ward ward;
  private final String topic;
  private final int partitions;
  private final long startMs;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * @param partitions that get watermarks
   * @param startMs when the first round begins
   */
  Backlog(String brokers, Ward ward, String topic, int partitions, long startMs) {
    this.ward = ward;
    this.topic = topic;
    this.partitions = partitions;
    this.startMs = startMs;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "backlog-" + topic,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                600_000,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L * 1024 * 1024),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Writes this round's readings, not to be read yet, and returns how many there are. */
  int write(int round) {
    producer.beginTransaction();
    int readings = 0;
    int from = round * ward.secondsPerRound();
    for (int second = from; second < from + ward.secondsPerRound(); second++) {
      readings += writeSecond(second);
    }
    producer.flush();
    return readings;
  }

  private int writeSecond(int second) {
    int readings = 0;
    int nextWatermark = 0;
    for (int patient = 0; patient < ward.patients(); patient++) {
      int offsetMs = offsetMs(patient);
      while (offsetMs >= nextWatermark) {
        writeWatermarks(startMs + second * 1_000L + nextWatermark + INGEST_LATER_MS);
        nextWatermark += WATERMARK_EVERY_MS;
      }
      if (!ward.isSilent(patient, second)) {
        writeReading(patient, second, offsetMs);
        readings++;
      }
    }
    return readings;
  }

  private int offsetMs(int patient) {
    return (int) (patient * 1_000L / ward.patients());
  }

  private void writeReading(int patient, int second, int offsetMs) {
    long time = startMs + second * 1_000L + offsetMs;
    String id = Ward.id(patient);
    Readings readings =
        Readings.newBuilder()
            .setPatient(id)
            .setDevice("dev-" + id)
            .setIngestTimeMs(time + INGEST_LATER_MS)
            .addSeries(
                Series.newBuilder()
                    .setVital(Vital.VITAL_HEART_RATE)
                    .addReadings(
                        Reading.newBuilder()
                            .setEventTimeMs(time)
                            .setValueHundredths(ward.value(patient, second))
                            .setSeq(second)))
            .build();
    send(new ProducerRecord<>(topic, null, time + INGEST_LATER_MS, id, readings.toByteArray()));
  }

  private void writeWatermarks(long timeMs) {
    byte[] watermark =
        Watermark.newBuilder()
            .setInstance("ingest-1")
            .setIngestTimeMs(timeMs)
            .build()
            .toByteArray();
    for (int partition = 0; partition < partitions; partition++) {
      send(new ProducerRecord<>(Topics.WATERMARKS, partition, timeMs, null, watermark));
    }
  }

  /** One that fails lets the commit fail. */
  private void send(ProducerRecord<String, byte[]> record) {
    Future<?> unused = producer.send(record);
  }

  /** From now on it may be read. */
  void letGo() {
    producer.commitTransaction();
  }

  /** The alarms of this round, by the stock rules from the state that the rounds before left. */
  Set<Told> expected(int round, Map<Integer, StockWatch> watches) {
    Set<Told> told = new HashSet<>();
    int from = round * ward.secondsPerRound();
    for (int second = from; second < from + ward.secondsPerRound(); second++) {
      for (int patient = 0; patient < ward.patients(); patient++) {
        if (!ward.isSilent(patient, second)) {
          long time = startMs + second * 1_000L + offsetMs(patient);
          watches
              .computeIfAbsent(patient, any -> new StockWatch())
              .take(
                  Ward.id(patient),
                  time,
                  ward.value(patient, second),
                  time + INGEST_LATER_MS,
                  told::add);
        }
      }
    }
    return told;
  }

  @Override
  public void close() {
    producer.close();
  }
}

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
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts a round's readings into the log, so that they are all there before any may be read, and lets
 * go of them at once. One record for each reading, as devices at 1 Hz make them, and the watermarks
 * that ingest would write between them.
 *
 * <p>A watermark says that every reading before it is in the log, and so they may be read after the
 * readings only. The few readings that are judged before that are of the beginning of a round, in
 * which nobody falls silent.
 */
final class Backlog implements AutoCloseable {
  private static final int INGEST_LATER_MS = 15;
  private static final int WATERMARK_EVERY_MS = 250;

  private final Ward ward;
  private final String topic;
  private final int partitions;
  private final long startMs;
  private final Transaction readings;
  private final @Nullable Transaction watermarks;

  /**
   * @param withWatermarks whether there are any
   * @param startMs when the first round begins
   */
  Backlog(
      String brokers,
      Ward ward,
      String topic,
      int partitions,
      boolean withWatermarks,
      long startMs) {
    this.ward = ward;
    this.topic = topic;
    this.partitions = partitions;
    this.startMs = startMs;
    this.readings = new Transaction(brokers, topic, partitions);
    this.watermarks =
        withWatermarks ? new Transaction(brokers, Topics.WATERMARKS, partitions) : null;
  }

  /** Writes this round's readings, not to be read yet, and returns how many there are. */
  int write(int round) {
    readings.begin();
    if (watermarks != null) {
      watermarks.begin();
    }
    int written = 0;
    int from = round * ward.secondsPerRound();
    for (int second = from; second < from + ward.secondsPerRound(); second++) {
      written += writeSecond(second);
    }
    readings.flush();
    if (watermarks != null) {
      watermarks.flush();
    }
    return written;
  }

  private int writeSecond(int second) {
    int written = 0;
    int nextWatermark = 0;
    for (int patient = 0; patient < ward.patients(); patient++) {
      int offsetMs = offsetMs(patient);
      while (offsetMs >= nextWatermark) {
        writeWatermarks(startMs + second * 1_000L + nextWatermark + INGEST_LATER_MS);
        nextWatermark += WATERMARK_EVERY_MS;
      }
      if (!ward.isSilent(patient, second)) {
        writeReading(patient, second, offsetMs);
        written++;
      }
    }
    return written;
  }

  private int offsetMs(int patient) {
    return (int) (patient * 1_000L / ward.patients());
  }

  private void writeReading(int patient, int second, int offsetMs) {
    long time = startMs + second * 1_000L + offsetMs;
    String id = Ward.id(patient);
    Readings taken =
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
    readings.send(
        new ProducerRecord<>(topic, null, time + INGEST_LATER_MS, id, taken.toByteArray()));
  }

  private void writeWatermarks(long timeMs) {
    if (watermarks == null) {
      return;
    }
    byte[] watermark =
        Watermark.newBuilder()
            .setInstance("ingest-1")
            .setIngestTimeMs(timeMs)
            .build()
            .toByteArray();
    for (int partition = 0; partition < partitions; partition++) {
      watermarks.send(new ProducerRecord<>(Topics.WATERMARKS, partition, timeMs, null, watermark));
    }
  }

  /** From now on it may be read. */
  void letGo() throws ExecutionException, InterruptedException {
    readings.commit();
    if (watermarks != null) {
      watermarks.commit();
    }
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
    readings.close();
    if (watermarks != null) {
      watermarks.close();
    }
  }
}

package io.vigil.storage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of vitals.readings. */
public final class Records {
  /** When every series begins, unless it says otherwise. */
  public static final long START = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();

  private Records() {}

  /** Heart rates at 1 Hz from {@link #START}, in the notation of {@link SeriesNotation}. */
  public static ConsumerRecord<byte[], byte[]> heartRates(
      int partition, long offset, String patient, String notation) {
    return heartRates(partition, offset, patient, START, notation);
  }

  public static ConsumerRecord<byte[], byte[]> heartRates(
      int partition, long offset, String patient, long startMs, String notation) {
    return record(
        partition,
        offset,
        patient,
        message(patient, series(Vital.VITAL_HEART_RATE, startMs, notation)));
  }

  public static ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, String key, Readings message) {
    return raw(partition, offset, key, message.toByteArray());
  }

  public static ConsumerRecord<byte[], byte[]> raw(
      int partition, long offset, String key, byte[] value) {
    return new ConsumerRecord<>(Topics.READINGS, partition, offset, key.getBytes(UTF_8), value);
  }

  public static Readings message(String patient, Series... series) {
    return Readings.newBuilder()
        .setPatient(patient)
        .setDevice("dev-" + patient)
        .setIngestTimeMs(START)
        .addAllSeries(List.of(series))
        .build();
  }

  public static Series series(Vital vital, long startMs, String notation) {
    return Series.newBuilder()
        .setVital(vital)
        .addAllReadings(
            SeriesNotation.series(notation, startMs).stream()
                .map(
                    sample ->
                        Reading.newBuilder()
                            .setEventTimeMs(sample.eventTimeMs())
                            .setValueHundredths(sample.valueHundredths())
                            .build())
                .toList())
        .build();
  }
}

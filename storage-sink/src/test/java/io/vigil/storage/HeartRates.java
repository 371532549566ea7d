package io.vigil.storage;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.SeriesNotation.Sample;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.vital.Vital;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One patient's heart rates at 1 Hz, in the notation of {@link SeriesNotation}. */
final class HeartRates {
  private final SeriesKey series = new SeriesKey("p-" + UUID.randomUUID(), Vital.HEART_RATE);
  private final Instant start;

  /** Of a patient of their own, from this time on. */
  HeartRates(Instant start) {
    this.start = start;
  }

  SeriesKey key() {
    return series;
  }

  String patient() {
    return series.patient();
  }

  /** The message that brings a part of them. */
  Readings message(int secondsAfterStart, String notation) {
    var readings = Series.newBuilder().setVital(series.vital().toWire());
    long from = start.plusSeconds(secondsAfterStart).toEpochMilli();
    for (Sample sample : SeriesNotation.series(notation, from)) {
      readings.addReadings(
          Reading.newBuilder()
              .setEventTimeMs(sample.eventTimeMs())
              .setValueHundredths(sample.valueHundredths()));
    }
    return Readings.newBuilder().setPatient(series.patient()).addSeries(readings).build();
  }

  /** Whether the hot window holds these, and no others. */
  boolean areHot(RunningSink sink, String notation) {
    return sink.hot(series, start, start.plus(Duration.ofMinutes(10))).equals(columns(notation));
  }

  /** Whether the history holds these, and no others. */
  boolean areHistory(RunningSink sink, String notation) throws Exception {
    return sink.history(series, start, start.plus(Duration.ofMinutes(10)))
        .equals(columns(notation));
  }

  private ReadingColumns columns(String notation) {
    var builder = new ReadingColumnsBuilder();
    for (Sample sample : SeriesNotation.series(notation, start.toEpochMilli())) {
      builder.add(sample.eventTimeMs(), sample.valueHundredths());
    }
    return builder.build();
  }
}

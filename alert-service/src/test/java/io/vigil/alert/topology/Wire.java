package io.vigil.alert.topology;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import io.vigil.schema.wire.Watermark;
import java.util.List;

/** Records of the wire for tests, at times in seconds since {@link #START}. */
public final class Wire {
  public static final long START = 1_795_248_000_000L;

  private Wire() {}

  public static long ms(double second) {
    return START + Math.round(second * 1_000);
  }

  /**
   * A series at 1 Hz from this second on, a request for each reading, a tenth of a second later.
   */
  public static List<Readings> live(String patient, double from, String notation) {
    return SeriesNotation.series(notation, ms(from)).stream()
        .map(
            sample ->
                readings(
                    patient,
                    sample.eventTimeMs() + 100,
                    heartRate(sample.eventTimeMs(), sample.valueHundredths())))
        .toList();
  }

  public static Readings readings(String patient, long ingestMs, Reading... readings) {
    return Readings.newBuilder()
        .setPatient(patient)
        .setDevice("dev-" + patient)
        .setIngestTimeMs(ingestMs)
        .addSeries(
            Series.newBuilder().setVital(Vital.VITAL_HEART_RATE).addAllReadings(List.of(readings)))
        .build();
  }

  public static Reading heartRate(long timeMs, int hundredths) {
    return Reading.newBuilder().setEventTimeMs(timeMs).setValueHundredths(hundredths).build();
  }

  public static Watermark watermark(double second) {
    return Watermark.newBuilder().setInstance("ingest-1").setIngestTimeMs(ms(second)).build();
  }
}

package io.vigil.ingest.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.ingest.reading.PatientReadings;
import io.vigil.ingest.reading.PatientScope;
import io.vigil.ingest.reading.ReadingsParser;
import io.vigil.ingest.reading.Submission;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsEncoderTest {
  private static final long T = 1_795_248_000_000L;

  @Test
  void writesWhatTheBuildersWouldWrite() throws Exception {
    PatientReadings readings =
        parse(
            """
            [{"vital":"heart_rate","time":1795248000000,"value":72.5,"seq":17},
             {"vital":"spo2","time":1795248000000,"value":0},
             {"vital":"heart_rate","time":1795247999000,"value":0,"seq":0},
             {"vital":"heart_rate","time":1795247998000,"value":350,"seq":999999999999999999}]
            """);

    byte[] bytes = ReadingsEncoder.encode(readings, "dev-p-0001", T);

    assertThat(bytes)
        .isEqualTo(
            Readings.newBuilder()
                .setPatient("p-0001")
                .setDevice("dev-p-0001")
                .setIngestTimeMs(T)
                .addSeries(
                    Series.newBuilder()
                        .setVital(Vital.VITAL_HEART_RATE)
                        .addReadings(reading(T, 7250).setSeq(17))
                        .addReadings(reading(T - 1000, 0).setSeq(0))
                        .addReadings(reading(T - 2000, 35000).setSeq(999999999999999999L)))
                .addSeries(
                    Series.newBuilder().setVital(Vital.VITAL_SPO2).addReadings(reading(T, 0)))
                .build()
                .toByteArray());
  }

  @Test
  void writesAnyNumberOfReadingsSoThatTheGeneratedParserReadsThem() throws Exception {
    Random random = new Random(1);
    for (int size : List.of(1, 2, 3, 4, 5, 8, 9, 100, 1_000)) {
      StringBuilder body = new StringBuilder("[");
      Series.Builder expected = Series.newBuilder().setVital(Vital.VITAL_SPO2);
      for (int i = 0; i < size; i++) {
        int hundredths = random.nextInt(10_001);
        long time = T - random.nextInt(100_000_000);
        body.append(i == 0 ? "" : ",")
            .append("{\"vital\":\"spo2\",\"time\":%d,\"value\":%de-2}".formatted(time, hundredths));
        expected.addReadings(reading(time, hundredths));
      }

      byte[] bytes = ReadingsEncoder.encode(parse(body.append("]").toString()), "dev", T);

      assertThat(Readings.parseFrom(bytes).getSeriesList()).containsExactly(expected.build());
    }
  }

  private static Reading.Builder reading(long time, int hundredths) {
    return Reading.newBuilder().setEventTimeMs(time).setValueHundredths(hundredths);
  }

  private static PatientReadings parse(String body) throws Exception {
    return submission(body).patients().iterator().next();
  }

  /** What a device of these patients has sent. */
  static Submission submission(String body, String... patients) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);
    List<String> all = patients.length == 0 ? List.of("p-0001") : List.of(patients);
    return new ReadingsParser(10_000).parseJson(bytes, 0, bytes.length, new Admitted(all), T);
  }

  private record Admitted(List<String> patients) implements PatientScope {
    @Override
    public @Nullable String onlyPatient() {
      return patients.size() == 1 ? patients.get(0) : null;
    }

    @Override
    public boolean covers(String patient) {
      return patients.contains(patient);
    }

    @Override
    public boolean isAdmitted(String patient) {
      return true;
    }
  }
}

package io.vigil.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parses in one line, and tells the outcome in one. */
final class Parsed {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  static final int MOST = 10;

  private Parsed() {}

  static Submission json(String body) throws Exception {
    return json(body, TestScope.BEDSIDE);
  }

  static Submission json(String body, PatientScope scope) throws Exception {
    return json(body.getBytes(UTF_8), scope);
  }

  static Submission json(byte[] body, PatientScope scope) throws Exception {
    return new ReadingsParser(MOST)
        .parseJson(padded(body), 2, body.length, scope, NOW.toEpochMilli());
  }

  static Submission ndjson(String body) throws Exception {
    return ndjson(body.getBytes(UTF_8));
  }

  static Submission ndjson(byte[] body) throws Exception {
    ReadingLines lines = new ReadingsParser(MOST).lines(TestScope.BEDSIDE);
    lines.take(padded(body), 2, body.length, NOW.toEpochMilli());
    return lines.finish();
  }

  /** For example {@code 0:time_missing 2:not_a_reading}. */
  static String rejections(Submission submission) {
    return submission.rejections().stream()
        .map(rejection -> rejection.index() + ":" + rejection.flaw().code().code())
        .collect(Collectors.joining(" "));
  }

  /** For example {@code p-0001 heart_rate 1795248000000=7200#17}, one for each reading. */
  static List<String> readings(Submission submission) {
    return submission.patients().stream()
        .flatMap(
            patient ->
                patient.series().stream()
                    .flatMap(
                        series ->
                            IntStream.range(0, series.size())
                                .mapToObj(i -> patient.patient() + " " + reading(series, i))))
        .collect(Collectors.toList());
  }

  private static String reading(ReadingSeries series, int i) {
    return series.vital().code()
        + " "
        + series.eventTimeMs(i)
        + "="
        + series.valueHundredths(i)
        + (series.hasSeq(i) ? "#" + series.seq(i) : "");
  }

  /** In the midst of other bytes, as a body lies in its buffer. */
  private static byte[] padded(byte[] body) {
    byte[] padded = new byte[body.length + 4];
    padded[0] = '[';
    padded[1] = '"';
    System.arraycopy(body, 0, padded, 2, body.length);
    padded[body.length + 2] = '"';
    padded[body.length + 3] = ']';
    return padded;
  }
}

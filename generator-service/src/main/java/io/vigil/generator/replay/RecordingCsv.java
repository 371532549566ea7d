package io.vigil.generator.replay;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code patient,epoch_ms,heart_rate_bpm}, line by line. Not for several threads. */
final class RecordingCsv {
  private static final int COLUMNS = 3;
  private static final int MOST_TOLD = 100;
  private static final String HEADER = "patient,epoch_ms,heart_rate_bpm";
  private static final Pattern PATIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern TIME = Pattern.compile("-?\\d{1,15}");
  private static final Pattern VALUE = Pattern.compile("-?\\d{1,5}(\\.\\d{1,10})?");

  private final ReplayProperties bounds;
  private final Map<String, RecordingBuilder> byPatient = new LinkedHashMap<>();
  private final List<MalformedLine> malformed = new ArrayList<>();
  private int malformedLines;
  private int rows;
  private long firstMs;

  private RecordingCsv(ReplayProperties bounds) {
    this.bounds = bounds;
  }

  /** Reads to the end, or throws {@link ReplayRefused} at the first bound that is reached. */
  static Recordings read(InputStream csv, ReplayProperties bounds) throws IOException {
    RecordingCsv reading = new RecordingCsv(bounds);
    BoundedLines lines = new BoundedLines(csv, bounds.size().toBytes());
    for (String line = lines.next(); line != null; line = lines.next()) {
      reading.line(line, lines.number(), lines.isTooLong());
    }
    return new Recordings(
        reading.byPatient.values().stream().map(RecordingBuilder::build).toList(),
        reading.firstMs,
        List.copyOf(reading.malformed),
        reading.malformedLines);
  }

  private void line(String line, int number, boolean tooLong) {
    String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    if (text.isBlank() || (number == 1 && text.equals(HEADER))) {
      return;
    }
    String wrong = tooLong ? "line_too_long" : row(text.split(",", -1));
    if (!wrong.isEmpty()) {
      malformedLines++;
      if (malformed.size() < MOST_TOLD) {
        malformed.add(new MalformedLine(number, wrong));
      }
    }
  }

  /** Takes a row; returns what is wrong with it, or nothing. */
  private String row(String[] columns) {
    if (columns.length != COLUMNS) {
      return "not_three_columns";
    }
    if (!PATIENT.matcher(columns[0]).matches()) {
      return "patient_malformed";
    }
    if (!TIME.matcher(columns[1]).matches()) {
      return "time_malformed";
    }
    if (columns[2].isEmpty()) {
      return "value_missing";
    }
    if (!VALUE.matcher(columns[2]).matches()) {
      return "value_malformed";
    }
    add(columns[0], Long.parseLong(columns[1]), hundredths(columns[2]));
    return "";
  }

  private void add(String patient, long timeMs, int hundredths) {
    if (rows == 0) {
      firstMs = timeMs;
    }
    if (++rows > bounds.rows()) {
      throw ReplayRefused.tooManyRows(bounds.rows());
    }
    RecordingBuilder recording = byPatient.computeIfAbsent(patient, RecordingBuilder::new);
    if (byPatient.size() > bounds.patients()) {
      throw ReplayRefused.tooManyPatients(bounds.patients());
    }
    recording.add(timeMs, hundredths);
  }

  private static int hundredths(String value) {
    return new BigDecimal(value)
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}

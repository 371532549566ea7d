package io.vigil.generator.push;

import io.vigil.schema.vital.Vital;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Readings as ingest takes them: one as an object, more as an array. */
final class ReadingJson {
  private ReadingJson() {}

  static byte[] of(String patient, List<Reading> readings) {
    StringBuilder json = new StringBuilder(96 * readings.size());
    if (readings.size() == 1) {
      append(json, patient, readings.get(0));
    } else {
      char before = '[';
      for (Reading reading : readings) {
        append(json.append(before), patient, reading);
        before = ',';
      }
      json.append(']');
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, String patient, Reading reading) {
    json.append("{\"patient\":\"")
        .append(patient)
        .append("\",\"vital\":\"")
        .append(Vital.HEART_RATE.code())
        .append("\",\"time\":")
        .append(reading.timeMs())
        .append(",\"value\":")
        .append(Vital.decimal(reading.hundredths()).toPlainString())
        .append(",\"seq\":")
        .append(reading.seq())
        .append('}');
  }
}

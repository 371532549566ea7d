package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import io.vigil.schema.vital.Vital;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Readings as ingest takes them: one as an object, more as an array. */
final class ReadingJson {
  private static final int BYTES = 104;
  private static final String VITAL = "\",\"vital\":\"" + Vital.HEART_RATE.code();

  private ReadingJson() {}

  static byte[] of(List<Reading> readings) {
    StringBuilder json = new StringBuilder(BYTES * readings.size());
    if (readings.size() == 1) {
      append(json, readings.get(0));
    } else {
      char before = '[';
      for (Reading reading : readings) {
        append(json.append(before), reading);
        before = ',';
      }
      json.append(']');
    }
    return json.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void append(StringBuilder json, Reading reading) {
    json.append("{\"patient\":\"").append(reading.patient()).append(VITAL);
    json.append("\",\"time\":").append(reading.timeMs()).append(",\"value\":");
    appendDecimal(json, reading.hundredths());
    json.append(",\"seq\":").append(reading.seq()).append('}');
  }

  /** As {@link Vital#decimal}, without an object for it: 7250 is 72.5, 13400 is 134. */
  private static void appendDecimal(StringBuilder json, int hundredths) {
    if (hundredths < 0) {
      json.append('-');
    }
    int positive = Math.abs(hundredths);
    json.append(positive / 100);
    int rest = positive % 100;
    if (rest > 0) {
      json.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        json.append(rest % 10);
      }
    }
  }
}

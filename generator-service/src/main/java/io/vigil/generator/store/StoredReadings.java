package io.vigil.generator.store;

import io.vigil.schema.vital.Vital;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of the queue's lines what is undecided: measured, and not decided later. */
final class StoredReadings {
  static final String VITAL = "," + Vital.HEART_RATE.code() + ",";
  private static final int MEASURED_FIELDS = 6;
  private static final int DECIDED_FIELDS = 3;

  private final Map<String, Map<Long, Reading>> byPatient = new HashMap<>();
  private final Map<String, String> patients = new HashMap<>();
  private int unreadable;

  void line(String line) {
    String[] fields = line.split(",", -1);
    try {
      if (fields[0].equals("+") && fields.length == MEASURED_FIELDS) {
        measured(
            new Reading(
                patients.computeIfAbsent(fields[2], id -> id),
                Long.parseLong(fields[5]),
                Long.parseLong(fields[1]),
                Integer.parseInt(fields[4])));
      } else if (fields[0].equals("-") && fields.length == DECIDED_FIELDS) {
        decided(fields[1], Long.parseLong(fields[2]));
      } else {
        unreadable++;
      }
    } catch (NumberFormatException e) {
      unreadable++;
    }
  }

  /** Takes a line of the ledger for a decision. */
  void ledgerLine(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length == MEASURED_FIELDS && fields[4].matches("\\d{1,18}")) {
      decided(fields[1], Long.parseLong(fields[4]));
    }
  }

  /** Lines that say nothing. */
  int unreadable() {
    return unreadable;
  }

  /** Those of all patients, each patient's in the order of measuring. */
  List<Reading> undecided() {
    List<Reading> all = new ArrayList<>();
    byPatient.values().forEach(readings -> all.addAll(readings.values()));
    all.sort(Comparator.comparingLong(Reading::seq));
    return all;
  }

  private void measured(Reading reading) {
    byPatient
        .computeIfAbsent(reading.patient(), patient -> new LinkedHashMap<>())
        .put(reading.seq(), reading);
  }

  private void decided(String patient, long seq) {
    @Nullable Map<Long, Reading> readings = byPatient.get(patient);
    if (readings != null) {
      readings.remove(seq);
    }
  }
}

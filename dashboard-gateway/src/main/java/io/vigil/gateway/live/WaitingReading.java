package io.vigil.gateway.live;

import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.PatientReadings;
import java.util.List;

/**
 * A reading on its way to sessions.
 *
 * @param json as it stands in the frame, made once for all sessions
 */
record WaitingReading(String patient, LiveReading reading, String json) {
  static List<WaitingReading> of(PatientReadings record) {
    String patient = record.patient();
    return record.readings().stream()
        .map(reading -> new WaitingReading(patient, reading, Frames.reading(patient, reading)))
        .toList();
  }
}

package io.vigil.gateway.live;

import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.PatientReadings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was handed out lately, for sessions that come back, so that a thousand who do so at once ask
 * neither the log nor the stores. As much as the bounds allow; the oldest goes first. Used by the
 * hub's thread alone.
 */
final class Recent {
  private final int maxReadings;
  private final int maxAlerts;
  private final Deque<PatientReadings> records = new ArrayDeque<>();
  private final Map<String, Deque<PatientReadings>> byPatient = new HashMap<>();
  private final Deque<AlertAt> alerts = new ArrayDeque<>();
  private int readings;
  private @Nullable Offsets readingsFrom;
  private @Nullable Offsets alertsFrom;

  Recent(int maxReadings, int maxAlerts) {
    this.maxReadings = maxReadings;
    this.maxAlerts = maxAlerts;
  }

  /** A batch has come; the first one tells where the log began to be read. */
  void took(Batch batch) {
    if (readingsFrom != null) {
      return;
    }
    Offsets ofReadings = batch.readingsAfter();
    for (PatientReadings record : batch.readings()) {
      if (record.offset() < ofReadings.get(record.partition())) {
        ofReadings = ofReadings.with(record.partition(), record.offset());
      }
    }
    Offsets ofAlerts = batch.alertsAfter();
    for (AlertAt at : batch.alerts()) {
      if (at.offset() < ofAlerts.get(at.partition())) {
        ofAlerts = ofAlerts.with(at.partition(), at.offset());
      }
    }
    readingsFrom = ofReadings;
    alertsFrom = ofAlerts;
  }

  /** Readings have been handed out. */
  void add(PatientReadings record) {
    records.add(record);
    byPatient.computeIfAbsent(record.patient(), id -> new ArrayDeque<>()).add(record);
    readings += record.readings().size();
    while (readings > maxReadings && records.size() > 1) {
      letGo(records.remove());
    }
  }

  private void letGo(PatientReadings oldest) {
    byPatient.computeIfPresent(
        oldest.patient(),
        (id, known) -> {
          known.remove();
          return known.isEmpty() ? null : known;
        });
    readings -= oldest.readings().size();
    if (readingsFrom != null) {
      readingsFrom = readingsFrom.with(oldest.partition(), oldest.offset() + 1);
    }
  }

  /** An alert has been handed out. */
  void add(AlertAt at) {
    alerts.add(at);
    if (alerts.size() > maxAlerts) {
      AlertAt oldest = alerts.remove();
      if (alertsFrom != null) {
        alertsFrom = alertsFrom.with(oldest.partition(), oldest.offset() + 1);
      }
    }
  }

  /** Whether everything is here that lies behind this place. */
  boolean reachesBackTo(Cursor place) {
    return readingsFrom != null
        && alertsFrom != null
        && place.readings().hasReadAllOf(readingsFrom)
        && place.alerts().hasReadAllOf(alertsFrom);
  }

  /** The ingest time of the oldest readings that are here, or the other time where none are. */
  long oldestMs(long otherwise) {
    PatientReadings oldest = records.peek();
    return oldest == null ? otherwise : oldest.ingestTimeMs();
  }

  /** The records of a patient that lie behind a place in the topic of readings, in their order. */
  List<PatientReadings> readingsBehind(Offsets place, String patient) {
    Deque<PatientReadings> known = byPatient.getOrDefault(patient, new ArrayDeque<>());
    List<PatientReadings> behind = new ArrayList<>();
    for (var newestFirst = known.descendingIterator(); newestFirst.hasNext(); ) {
      PatientReadings record = newestFirst.next();
      if (place.hasRead(record.partition(), record.offset())) {
        break;
      }
      behind.add(record);
    }
    Collections.reverse(behind);
    return behind;
  }

  /** The alerts that lie behind a place in their topic, in the order in which they were told. */
  List<AlertAt> alertsBehind(Offsets place) {
    return alerts.stream().filter(at -> !place.hasRead(at.partition(), at.offset())).toList();
  }
}

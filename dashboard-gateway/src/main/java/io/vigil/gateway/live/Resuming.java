package io.vigil.gateway.live;

import io.vigil.gateway.episode.SharedAlerts;
import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.PatientReadings;
import io.vigil.schema.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a session that comes back what it has missed: each alert and reading behind its cursor
 * once, and a gap for what is here no longer. Used by the hub's thread alone.
 */
final class Resuming {
  private final Recent recent;
  private final Frames frames;
  private final int maxReadings;

  /**
   * @param maxReadings that are told at most
   */
  Resuming(Recent recent, Frames frames, int maxReadings) {
    this.recent = recent;
    this.frames = frames;
    this.maxReadings = maxReadings;
  }

  /**
   * Tells what lies between the cursor and the place up to which all others have been told.
   *
   * @param cursor what the session was told, by this instance or another
   */
  void resume(LiveSession session, Set<String> patients, Cursor cursor, Cursor position) {
    long oldestMs = recent.oldestMs(position.timeMs());
    if (!recent.reachesBackTo(cursor) && cursor.timeMs() < oldestMs) {
      patients.forEach(
          patient -> session.tell(frames.gap(patient, cursor.timeMs(), oldestMs, "too_old")));
    }
    tellAlerts(session, patients, cursor);
    tellReadings(session, patients, cursor);
    if (!position.hasReadAllOf(cursor)) {
      session.wasTold(patients, cursor);
    }
  }

  private void tellAlerts(LiveSession session, Set<String> patients, Cursor cursor) {
    for (AlertAt at : recent.alertsBehind(cursor.alerts())) {
      Cursor place = new Cursor(cursor.timeMs(), cursor.readings(), at.alerts());
      concerning(patients, at.alert())
          .map(alert -> frames.alert(alert, place))
          .forEach(session::tell);
    }
  }

  private static Stream<Alert> concerning(Set<String> patients, Alert alert) {
    if (SharedAlerts.isShared(alert.patient())) {
      return SharedAlerts.seenBy(patients::contains, alert).stream();
    }
    return patients.contains(alert.patient()) ? Stream.of(alert) : Stream.empty();
  }

  private void tellReadings(LiveSession session, Set<String> patients, Cursor cursor) {
    int mostOfEach = Math.max(1, maxReadings / Math.max(1, patients.size()));
    for (String patient : patients) {
      List<WaitingReading> missed = new ArrayList<>();
      for (PatientReadings record : recent.readingsBehind(cursor.readings(), patient)) {
        missed.addAll(WaitingReading.of(record));
      }
      int leftOut = Math.max(0, missed.size() - mostOfEach);
      if (leftOut > 0) {
        session.tell(gap(patient, missed.subList(0, leftOut)));
      }
      if (leftOut < missed.size()) {
        session.tell(frames.readings(patient, missed.subList(leftOut, missed.size()), cursor));
      }
    }
  }

  private Frame gap(String patient, List<WaitingReading> leftOut) {
    List<Long> times =
        leftOut.stream().map(WaitingReading::reading).map(LiveReading::timeMs).sorted().toList();
    return frames.gap(patient, times.get(0), times.get(times.size() - 1) + 1, "too_old");
  }
}

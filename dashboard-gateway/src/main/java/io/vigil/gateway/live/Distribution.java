package io.vigil.gateway.live;

import io.vigil.gateway.episode.SharedAlerts;
import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.PatientReadings;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.command.AlertCommand;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands out what the log brings: alerts at once, readings at the next tick, all of a session's in
 * one go and each made into JSON once, whoever follows. Used by the hub's thread alone.
 */
final class Distribution {
  private final Iterable<LiveSession> sessions;
  private final Interest interest;
  private final Frames frames;
  private final LiveMetrics metrics;
  private final InstantSource clock;
  private final List<PatientReadings> waiting = new ArrayList<>();
  private Offsets waitingUpTo = Offsets.zero(0);
  private Cursor position;

  Distribution(
      Iterable<LiveSession> sessions,
      Interest interest,
      Frames frames,
      LiveMetrics metrics,
      InstantSource clock) {
    this.sessions = sessions;
    this.interest = interest;
    this.frames = frames;
    this.metrics = metrics;
    this.clock = clock;
    this.position = new Cursor(clock.millis(), Offsets.zero(0), Offsets.zero(0));
  }

  /** The place in the log up to which everything has been handed out. */
  Cursor position() {
    return position;
  }

  void take(Batch batch) {
    long nowMs = clock.millis();
    for (AlertAt at : batch.alerts()) {
      position = new Cursor(nowMs, position.readings(), at.alerts());
      if (SharedAlerts.isShared(at.alert().patient())) {
        tellAllConcerned(at.alert());
      } else {
        tell(at.alert());
      }
    }
    batch.commands().forEach(this::tell);
    position = new Cursor(nowMs, position.readings(), batch.alertsAfter());
    waitingUpTo = batch.readingsAfter();
    waiting.addAll(batch.readings());
  }

  private void tell(Alert alert) {
    Frame frame = null;
    for (LiveSession session : interest.in(alert.patient())) {
      frame = frame == null ? frames.alert(alert, position) : frame;
      session.tell(frame);
    }
  }

  /** An alert about no single patient names to each session those whom it follows. */
  private void tellAllConcerned(Alert alert) {
    for (LiveSession session : sessions) {
      if (session.person() != null) {
        SharedAlerts.seenBy(session.followed()::contains, alert)
            .map(seen -> frames.alert(seen, position))
            .ifPresent(session::tell);
      }
    }
  }

  /** What is commanded of a patient's alarms, those see who follow the patient. */
  private void tell(AlertCommand command) {
    if (!interest.in(command.patient()).isEmpty()) {
      frames
          .command(command)
          .ifPresent(frame -> interest.in(command.patient()).forEach(s -> s.tell(frame)));
    }
  }

  void tick() {
    if (position.readings().equals(waitingUpTo)) {
      return;
    }
    position = new Cursor(clock.millis(), waitingUpTo, position.alerts());
    Map<LiveSession, List<WaitingReading>> bySession = new HashMap<>();
    List<PatientReadings> shared = new ArrayList<>();
    for (PatientReadings record : waiting) {
      Set<LiveSession> sessions = interest.in(record.patient());
      if (!sessions.isEmpty()) {
        share(record, sessions, bySession);
        shared.add(record);
      }
    }
    for (Map.Entry<LiveSession, List<WaitingReading>> entry : bySession.entrySet()) {
      entry.getKey().outbox().add(entry.getValue(), position);
      entry.getKey().outbox().flush();
    }
    waiting.clear();
    long nowMs = clock.millis();
    shared.forEach(record -> time(record, nowMs));
  }

  private void share(
      PatientReadings record,
      Set<LiveSession> sessions,
      Map<LiveSession, List<WaitingReading>> bySession) {
    for (LiveReading reading : record.readings()) {
      WaitingReading shared =
          new WaitingReading(record.patient(), reading, Frames.reading(record.patient(), reading));
      for (LiveSession session : sessions) {
        bySession.computeIfAbsent(session, s -> new ArrayList<>()).add(shared);
      }
    }
  }

  private void time(PatientReadings record, long nowMs) {
    for (LiveReading reading : record.readings()) {
      metrics.handedOut(nowMs - reading.timeMs(), nowMs - record.ingestTimeMs());
    }
  }
}

package io.vigil.gateway.live;

import io.vigil.gateway.episode.SharedAlerts;
import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.Offsets;
import io.vigil.gateway.tail.PatientReadings;
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
  private final Recent recent;
  private final LiveMetrics metrics;
  private final InstantSource clock;
  private final List<PatientReadings> waiting = new ArrayList<>();
  private Offsets waitingUpTo = Offsets.zero(0);
  private Cursor position;

  Distribution(
      Iterable<LiveSession> sessions,
      Interest interest,
      Frames frames,
      Recent recent,
      LiveMetrics metrics,
      InstantSource clock) {
    this.sessions = sessions;
    this.interest = interest;
    this.frames = frames;
    this.recent = recent;
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
    recent.took(batch);
    for (AlertAt at : batch.alerts()) {
      position = new Cursor(nowMs, position.readings(), at.alerts());
      if (SharedAlerts.isShared(at.alert().patient())) {
        tellAllConcerned(at);
      } else {
        tell(at);
      }
      recent.add(at);
    }
    batch.commands().forEach(this::tell);
    position = new Cursor(nowMs, position.readings(), batch.alertsAfter());
    waitingUpTo = batch.readingsAfter();
    waiting.addAll(batch.readings());
  }

  private void tell(AlertAt at) {
    Frame frame = null;
    for (LiveSession session : interest.in(at.alert().patient())) {
      if (!session.wasToldOf(at)) {
        frame = frame == null ? frames.alert(at.alert(), position) : frame;
        session.tell(frame);
      }
    }
  }

  /** An alert about no single patient names to each session those whom it follows. */
  private void tellAllConcerned(AlertAt at) {
    for (LiveSession session : sessions) {
      if (session.person() != null && !session.wasToldOf(at)) {
        SharedAlerts.seenBy(session.followed()::contains, at.alert())
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
      Set<LiveSession> followers = interest.in(record.patient());
      if (!followers.isEmpty()) {
        share(record, followers, bySession);
        shared.add(record);
      }
      recent.add(record);
    }
    sessions.forEach(session -> session.reached(position));
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
      Set<LiveSession> followers,
      Map<LiveSession, List<WaitingReading>> bySession) {
    List<WaitingReading> all = WaitingReading.of(record);
    for (LiveSession session : followers) {
      if (!session.wasToldOf(record)) {
        bySession.computeIfAbsent(session, s -> new ArrayList<>()).addAll(all);
      }
    }
  }

  private void time(PatientReadings record, long nowMs) {
    for (LiveReading reading : record.readings()) {
      metrics.handedOut(nowMs - reading.timeMs(), nowMs - record.ingestTimeMs());
    }
  }
}

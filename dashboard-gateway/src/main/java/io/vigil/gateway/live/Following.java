package io.vigil.gateway.live;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.access.UnknownPatient;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.Person;
import io.vigil.schema.registry.Patient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets sessions follow whom they may see, for as long as they may. Used by the hub's thread alone.
 */
final class Following {
  /** A registry that is read anew brings back old grants, which are no news. */
  private static final Duration STILL_NEW = Duration.ofMinutes(59);

  private final Access access;
  private final Audit audit;
  private final Frames frames;
  private final Interest interest;
  private final Resuming resuming;

  Following(Access access, Audit audit, Frames frames, Interest interest, Resuming resuming) {
    this.access = access;
    this.audit = audit;
    this.frames = frames;
    this.interest = interest;
    this.resuming = resuming;
  }

  void follow(
      LiveSession session, Person person, ClientMessage.Follow wish, Cursor position, Instant now) {
    Set<String> wanted = wish.patients();
    if (wanted == null) {
      session.followAll();
      wanted = idsOf(access.heardBy(person, now));
    }
    Set<String> seen =
        wanted.stream()
            .filter(patient -> access.maySee(person, patient, now))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (seen.size() < wanted.size()) {
      Set<String> unseen = new LinkedHashSet<>(wanted);
      unseen.removeAll(seen);
      session.tell(
          frames.error(
              UnknownPatient.CODE, "There is no such patient: " + String.join(", ", unseen)));
    }
    Cursor resume = wish.resume();
    if (resume != null) {
      resuming.resume(session, seen, resume, position);
    }
    audit.tell(
        AuditEvent.of("followed_live")
            .by(person.username(), session.socket().address())
            .ofPatients(seen));
    begin(session, person, seen, position);
  }

  private void begin(LiveSession session, Person person, Set<String> patients, Cursor position) {
    for (String patient : patients) {
      interest.add(patient, session);
      Instant end = access.endOf(person, patient);
      if (end.isBefore(session.firstGrantEnds())) {
        session.firstGrantEnds(end);
      }
    }
    session.tell(frames.snapshot(patients, session.followed()::contains, position));
  }

  void unfollow(LiveSession session, Set<String> patients) {
    for (String patient : patients) {
      interest.remove(patient, session);
      session.outbox().forget(patient);
    }
  }

  /** Looks again at all that a session follows, since a right may have ended by itself. */
  void recheck(LiveSession session, Person person, Instant now) {
    List<String> ended =
        session.followed().stream()
            .filter(patient -> !access.maySee(person, patient, now))
            .sorted()
            .toList();
    if (!ended.isEmpty()) {
      unfollow(session, Set.copyOf(ended));
      session.tell(frames.revoked(ended));
    }
    session.firstGrantEnds(
        session.followed().stream()
            .map(patient -> access.endOf(person, patient))
            .min(Instant::compareTo)
            .orElse(Instant.MAX));
  }

  /** Looks again at one patient, of whom the registry tells something new. */
  void recheck(LiveSession session, Person person, String patient, Cursor position, Instant now) {
    boolean hears = access.hearsOf(person, patient, now);
    if (session.followed().contains(patient)) {
      recheck(session, person, now);
    } else if (hears && session.followsAll()) {
      begin(session, person, Set.of(patient), position);
    }
  }

  /** Tells those who follow a patient that somebody has just broken the glass. */
  void announceGlass(String patient, String user, Instant now) {
    access
        .brokenGlass(patient, user)
        .filter(grant -> grant.until() != null && grant.until().minus(STILL_NEW).isAfter(now))
        .map(frames::access)
        .ifPresent(frame -> interest.in(patient).forEach(session -> session.tell(frame)));
  }

  void forget(LiveSession session) {
    interest.removeAll(session);
  }

  private static Set<String> idsOf(List<Patient> patients) {
    return patients.stream()
        .map(Patient::id)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package io.vigil.gateway.episode;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.command.CommandLog;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.command.Acknowledge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes a doctor's word that they have an alarm, and waits for alert-service to confirm it. */
@RestController
class AcknowledgeController {
  private final Episodes episodes;
  private final EpisodeProperties bounds;
  private final CommandLog log;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;
  private final Semaphore waiting;

  AcknowledgeController(
      Episodes episodes,
      EpisodeProperties bounds,
      CommandLog log,
      Access access,
      Audit audit,
      InstantSource clock) {
    this.episodes = episodes;
    this.bounds = bounds;
    this.log = log;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.waiting = new Semaphore(bounds.maxAcknowledging());
  }

  /** What they note of it, if anything. */
  record Word(@Size(max = Acknowledge.NOTE) @Nullable String note) {}

  /** What is acknowledged already, or is over, is answered as it is. */
  @PostMapping("/api/v1/alerts/{id}/acknowledge")
  Episode post(
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable Word word,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Person person = doctor.person();
    Predicate<String> sees = patient -> access.maySee(person, patient, now);
    Episode episode =
        access.visibleTo(person, now).stream()
            .flatMap(patient -> episodes.find(patient.id(), id).stream())
            .findFirst()
            .or(() -> episodes.findShared(id, sees))
            .orElseThrow(UnknownAlert::new);
    if (!episode.callsForSomebody()) {
      return asSeen(episode, sees);
    }
    String patient = episode.newest().patient();
    String note = word == null ? null : word.note();
    Episode after = confirmed(new Acknowledge(patient, now, person.username(), id, note), episode);
    audit.tell(
        AuditEvent.of("alert_acknowledged")
            .by(person.username(), request.getRemoteAddr())
            .ofPatient(patient)
            .ofAlert(id));
    return asSeen(after, sees);
  }

  private static Episode asSeen(Episode episode, Predicate<String> sees) {
    return SharedAlerts.isShared(episode.newest().patient())
        ? SharedAlerts.seenBy(sees, episode).orElse(episode)
        : episode;
  }

  private Episode confirmed(Acknowledge command, Episode before) {
    if (!waiting.tryAcquire()) {
      throw NotConfirmed.tooMany(bounds.maxAcknowledging());
    }
    try {
      log.write(command);
      return episodes.await(before, bounds.confirmedWithin()).orElseThrow(NotConfirmed::inTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotConfirmed.inTime();
    } finally {
      waiting.release();
    }
  }
}

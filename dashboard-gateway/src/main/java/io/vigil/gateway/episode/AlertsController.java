package io.vigil.gateway.episode;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Patient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the episodes of those whom somebody may see. */
@RestController
@RequestMapping("/api/v1")
class AlertsController {
  private static final String COMPLETE_SINCE = "Vigil-Complete-Since";

  private final Episodes episodes;
  private final EpisodeProperties properties;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  AlertsController(
      Episodes episodes,
      EpisodeProperties properties,
      Access access,
      Audit audit,
      InstantSource clock) {
    this.episodes = episodes;
    this.properties = properties;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/alerts")
  List<Episode> active(
      @RequestParam(defaultValue = "active") String state,
      @AuthenticationPrincipal SignedIn signedIn,
      HttpServletRequest request) {
    if (!state.equals("active")) {
      throw new UnknownState();
    }
    Person person = signedIn.person();
    Instant now = clock.instant();
    List<Patient> seen = access.visibleTo(person, now);
    audit.tell(
        AuditEvent.of("alerts_seen")
            .by(person.username(), request.getRemoteAddr())
            .ofPatients(seen.stream().map(Patient::id).sorted().toList()));
    return Episodes.sorted(
        Stream.concat(
                seen.stream().flatMap(patient -> episodes.active(patient.id()).stream()),
                episodes.activeShared(patient -> access.maySee(person, patient, now)).stream())
            .toList());
  }

  /** A header tells since when the answer is complete; active episodes are, however old. */
  @GetMapping("/patients/{id}/alerts")
  List<Episode> ofPatient(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @AuthenticationPrincipal SignedIn signedIn,
      HttpServletRequest request,
      HttpServletResponse response) {
    Instant now = clock.instant();
    access.patientSeenBy(signedIn.person(), id, now);
    audit.tell(
        AuditEvent.of("alerts_seen")
            .by(signedIn.person().username(), request.getRemoteAddr())
            .ofPatient(id));
    Instant keptSince = now.minus(properties.keptFor());
    response.setHeader(COMPLETE_SINCE, keptSince.toString());
    return episodes.between(id, from == null ? keptSince : from, to == null ? Instant.MAX : to);
  }
}

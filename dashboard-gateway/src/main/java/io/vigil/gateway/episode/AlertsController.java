package io.vigil.gateway.episode;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  private final Episodes episodes;
  private final EpisodeProperties properties;
  private final Access access;
  private final InstantSource clock;

  AlertsController(
      Episodes episodes, EpisodeProperties properties, Access access, InstantSource clock) {
    this.episodes = episodes;
    this.properties = properties;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/alerts")
  List<Episode> active(
      @RequestParam(defaultValue = "active") String state,
      @AuthenticationPrincipal SignedIn signedIn) {
    if (!state.equals("active")) {
      throw new UnknownState();
    }
    Person person = signedIn.person();
    return Episodes.sorted(
        access.visibleTo(person, clock.instant()).stream()
            .flatMap(patient -> episodes.active(patient.id()).stream())
            .toList());
  }

  @GetMapping("/patients/{id}/alerts")
  List<Episode> ofPatient(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @AuthenticationPrincipal SignedIn signedIn) {
    Instant now = clock.instant();
    access.patientSeenBy(signedIn.person(), id, now);
    Instant keptSince = now.minus(properties.keptFor());
    if (from != null && from.isBefore(keptSince)) {
      throw new BeforeKept(properties.keptFor());
    }
    return episodes.between(id, from == null ? keptSince : from, to == null ? Instant.MAX : to);
  }
}

package io.vigil.gateway.ward;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.episode.Episodes;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.registry.Patient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers who is there and how they are. */
@RestController
class WardController {
  private final Access access;
  private final LatestReadings latest;
  private final Episodes episodes;
  private final InstantSource clock;

  WardController(Access access, LatestReadings latest, Episodes episodes, InstantSource clock) {
    this.access = access;
    this.latest = latest;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** Whom one only administers comes without readings and alarms. */
  @GetMapping("/api/v1/patients")
  List<PatientNow> patients(@AuthenticationPrincipal SignedIn signedIn) {
    Person person = signedIn.person();
    Instant now = clock.instant();
    return access.knownTo(person, now).stream()
        .sorted(Comparator.comparing(Patient::id))
        .map(patient -> now(patient, access.maySee(person, patient.id(), now)))
        .toList();
  }

  @GetMapping("/api/v1/patients/{id}")
  PatientNow patient(@PathVariable String id, @AuthenticationPrincipal SignedIn signedIn) {
    return now(access.patientSeenBy(signedIn.person(), id, clock.instant()), true);
  }

  private PatientNow now(Patient patient, boolean seen) {
    List<LatestReading> readings = seen ? latest.of(patient.id()) : List.of();
    List<Alert> alerts = seen ? episodes.activeAlerts(patient.id()) : List.of();
    return new PatientNow(
        patient.id(),
        patient.name(),
        patient.ward(),
        patient.bed(),
        patient.priority(),
        readings,
        alerts,
        null);
  }
}

package io.vigil.gateway.ward;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.episode.Episodes;
import io.vigil.gateway.pause.Pauses;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.reception.MinuteReception;
import io.vigil.schema.registry.Patient;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private final Pauses pauses;
  private final Receptions receptions;
  private final Audit audit;
  private final InstantSource clock;

  WardController(
      Access access,
      LatestReadings latest,
      Episodes episodes,
      Pauses pauses,
      Receptions receptions,
      Audit audit,
      InstantSource clock) {
    this.access = access;
    this.latest = latest;
    this.episodes = episodes;
    this.pauses = pauses;
    this.receptions = receptions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whom one only administers comes without readings and alarms. */
  @GetMapping("/api/v1/patients")
  List<PatientNow> patients(
      @AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request) {
    Person person = signedIn.person();
    Instant now = clock.instant();
    audit.tell(
        AuditEvent.of("patients_seen")
            .by(person.username(), request.getRemoteAddr())
            .ofPatients(access.visibleTo(person, now).stream().map(Patient::id).sorted().toList()));
    return access.knownTo(person, now).stream()
        .sorted(Comparator.comparing(Patient::id))
        .map(patient -> now(patient, access.maySee(person, patient.id(), now)))
        .toList();
  }

  @GetMapping("/api/v1/patients/{id}")
  PatientNow patient(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn signedIn,
      HttpServletRequest request) {
    Patient patient = access.patientSeenBy(signedIn.person(), id, clock.instant());
    audit.tell(
        AuditEvent.of("patient_seen")
            .by(signedIn.person().username(), request.getRemoteAddr())
            .ofPatient(id));
    return now(patient, true);
  }

  private PatientNow now(Patient patient, boolean seen) {
    String id = patient.id();
    Map<String, MinuteReception> reception = seen ? receptions.of(id) : Map.of();
    return new PatientNow(
        id,
        patient.name(),
        patient.ward(),
        patient.bed(),
        patient.priority(),
        seen ? latest.of(id) : List.of(),
        seen ? episodes.activeAlerts(id) : List.of(),
        seen ? pauses.of(id, clock.instant()).orElse(null) : null,
        reception.isEmpty() ? null : reception);
  }
}

package io.vigil.gateway.limits;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.command.CommandLog;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Patient;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers and changes the limits by which a patient is judged. */
@RestController
@RequestMapping("/api/v1/patients/{id}/limits")
class LimitsController {
  private final LimitVersions versions;
  private final WardLimits wards;
  private final CommandLog log;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  LimitsController(
      LimitVersions versions,
      WardLimits wards,
      CommandLog log,
      Access access,
      Audit audit,
      InstantSource clock) {
    this.versions = versions;
    this.wards = wards;
    this.log = log;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping
  LimitsInForce get(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Patient patient = access.patientSeenBy(doctor.person(), id, clock.instant());
    tell("limits_seen", id, doctor, request);
    return inForce(patient);
  }

  /** The whole of what the patient has of their own: what is not named goes back to the ward's. */
  @PutMapping
  LimitsInForce put(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable JsonNode body,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Patient patient = access.patientSeenBy(doctor.person(), id, now);
    Limits own = LimitsReader.read(body, wards.of(patient.ward()));
    log.write(new LimitsChange(id, now, doctor.person().username(), own));
    tell("limits_changed", id, doctor, request);
    return inForce(patient);
  }

  private LimitsInForce inForce(Patient patient) {
    return LimitsInForce.of(versions.of(patient.id()), wards.of(patient.ward()));
  }

  private void tell(String action, String id, SignedIn doctor, HttpServletRequest request) {
    audit.tell(
        AuditEvent.of(action)
            .by(doctor.person().username(), request.getRemoteAddr())
            .ofPatient(id));
  }
}

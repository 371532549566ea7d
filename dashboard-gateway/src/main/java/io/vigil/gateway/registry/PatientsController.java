package io.vigil.gateway.registry;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Follow;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Admits, changes and discharges patients. */
@RestController
@RequestMapping("/api/v1/patients/{id}")
class PatientsController {
  private final Registry registry;
  private final RegistryLog log;
  private final Audit audit;
  private final InstantSource clock;

  PatientsController(Registry registry, RegistryLog log, Audit audit, InstantSource clock) {
    this.registry = registry;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an administrator says of a patient. */
  record Admission(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 100) String ward,
      @NotBlank @Size(max = 100) String bed,
      @NotNull Patient.Priority priority) {}

  @PutMapping
  ResponseEntity<Patient> put(
      @PathVariable String id,
      @Valid @RequestBody Admission admission,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Optional<Patient> before = registry.patient(Ids.checked("patient", id));
    Instant admittedAt = before.map(Patient::admittedAt).orElseGet(clock::instant);
    Patient patient =
        new Patient(
            id,
            admission.name(),
            admission.ward(),
            admission.bed(),
            admission.priority(),
            admittedAt);
    log.put(patient);
    tell(before.isPresent() ? "patient_changed" : "patient_admitted", id, admin, request);
    return ResponseEntity.status(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(patient);
  }

  /**
   * Takes grants and follows back as well: who is admitted under this id again is not seen by them.
   */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Patient patient = registry.patient(id).orElseThrow(() -> new NoSuchEntry("patient"));
    for (Grant grant : registry.grantsOf(id)) {
      log.remove(grant.key());
    }
    for (Follow follow : registry.followsOf(id)) {
      log.remove(follow.key());
    }
    log.remove(patient.key());
    tell("patient_discharged", id, admin, request);
  }

  private void tell(String action, String id, SignedIn admin, HttpServletRequest request) {
    audit.tell(
        AuditEvent.of(action).by(admin.person().username(), request.getRemoteAddr()).ofPatient(id));
  }
}

package io.vigil.gateway.registry;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.access.UnknownPatient;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a doctor see a patient in an emergency, for an hour and for a reason that others read. */
@RestController
class BreakGlassController {
  private static final Duration LASTS = Duration.ofHours(1);
  private final Registry registry;
  private final RegistryLog log;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  BreakGlassController(
      Registry registry, RegistryLog log, Access access, Audit audit, InstantSource clock) {
    this.registry = registry;
    this.log = log;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why somebody has to see a patient whom nobody granted them. */
  record Emergency(@NotBlank @Size(max = 500) String reason) {}

  /** A grant that lasts as long, or longer, is left as it is. */
  @PostMapping("/api/v1/patients/{id}/break-glass")
  ResponseEntity<Grant> post(
      @PathVariable String id,
      @Valid @RequestBody Emergency emergency,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    if (registry.patient(id).isEmpty()) {
      throw new UnknownPatient();
    }
    String user = doctor.person().username();
    Instant until = clock.instant().plus(LASTS);
    boolean hasMore =
        access.maySee(doctor.person(), id, clock.instant())
            && !access.endOf(doctor.person(), id).isBefore(until);
    audit.tell(
        AuditEvent.of("glass_broken")
            .by(user, request.getRemoteAddr())
            .ofPatient(id)
            .because(emergency.reason()));
    if (hasMore) {
      return ResponseEntity.ok(registry.grant(id, user).orElseThrow());
    }
    Grant grant = new Grant(id, user, until, emergency.reason());
    log.put(grant);
    return ResponseEntity.status(HttpStatus.CREATED).body(grant);
  }
}

package io.vigil.gateway.registry;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
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

/** Grants and takes back the right to see a patient. */
@RestController
@RequestMapping("/api/v1/patients/{id}/grants/{user}")
class GrantsController {
  private final Registry registry;
  private final RegistryLog log;
  private final Audit audit;
  private final InstantSource clock;

  GrantsController(Registry registry, RegistryLog log, Audit audit, InstantSource clock) {
    this.registry = registry;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /** Until when the grant holds; without a time it does not end by itself. */
  record Term(@Nullable Instant until) {}

  @PutMapping
  ResponseEntity<Grant> put(
      @PathVariable String id,
      @PathVariable String user,
      @RequestBody(required = false) @Nullable Term term,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Ids.checked("user", user);
    if (registry.patient(id).isEmpty()) {
      throw new NoSuchEntry("patient");
    }
    Grant grant = new Grant(id, user, term == null ? null : term.until());
    if (!grant.holdsAt(clock.instant())) {
      throw new GrantOver();
    }
    boolean isNew = registry.grant(id, user).isEmpty();
    log.put(grant);
    tell("granted", grant, admin, request);
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(grant);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id,
      @PathVariable String user,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Grant grant = registry.grant(id, user).orElseThrow(() -> new NoSuchEntry("grant"));
    log.remove(grant.key());
    tell("grant_revoked", grant, admin, request);
  }

  private void tell(String action, Grant grant, SignedIn admin, HttpServletRequest request) {
    audit.tell(
        AuditEvent.of(action)
            .by(admin.person().username(), request.getRemoteAddr())
            .ofPatient(grant.patient())
            .ofUser(grant.user()));
  }
}

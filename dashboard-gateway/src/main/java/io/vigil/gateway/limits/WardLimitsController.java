package io.vigil.gateway.limits;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.registry.RegistryLog;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.Ward;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes what holds for all patients of a ward who have nothing else of their own. */
@RestController
class WardLimitsController {
  private final WardLimits wards;
  private final LimitVersions versions;
  private final Registry registry;
  private final RegistryLog log;
  private final Audit audit;

  WardLimitsController(
      WardLimits wards, LimitVersions versions, Registry registry, RegistryLog log, Audit audit) {
    this.wards = wards;
    this.versions = versions;
    this.registry = registry;
    this.log = log;
    this.audit = audit;
  }

  /** Answers what is in force: the ward's over Vigil's. */
  @PutMapping("/api/v1/wards/{ward}/limits")
  Limits put(
      @PathVariable String ward,
      @RequestBody(required = false) @Nullable JsonNode body,
      @AuthenticationPrincipal SignedIn admin,
      HttpServletRequest request) {
    Limits limits = LimitsReader.read(body, Limits.DEFAULTS);
    checkPatients(ward, limits.over(Limits.DEFAULTS));
    log.put(new Ward(ward, limits));
    audit.tell(
        AuditEvent.of("ward_limits_changed")
            .by(admin.person().username(), request.getRemoteAddr())
            .ofWard(ward));
    return wards.of(ward);
  }

  private void checkPatients(String ward, Limits inForce) {
    registry.patients().stream()
        .filter(patient -> patient.ward().equals(ward))
        .map(Patient::id)
        .filter(id -> versions.ownOf(id).over(inForce).contradiction().isPresent())
        .findFirst()
        .ifPresent(
            id -> {
              throw BadLimits.contradictingPatient(id);
            });
  }
}

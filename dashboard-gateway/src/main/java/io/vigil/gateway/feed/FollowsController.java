package io.vigil.gateway.feed;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.registry.RegistryLog;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Follow;
import io.vigil.schema.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets doctors say whose news they want to hear. */
@RestController
@RequestMapping("/api/v1/me/follows")
class FollowsController {
  private final Registry registry;
  private final RegistryLog log;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  FollowsController(
      Registry registry, RegistryLog log, Access access, Audit audit, InstantSource clock) {
    this.registry = registry;
    this.log = log;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping
  List<String> all(@AuthenticationPrincipal SignedIn doctor) {
    return access.heardBy(doctor.person(), clock.instant()).stream()
        .map(patient -> patient.id())
        .sorted()
        .toList();
  }

  @PutMapping("/{patient}")
  Follow put(
      @PathVariable String patient,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    access.patientSeenBy(doctor.person(), patient, clock.instant());
    Follow follow = new Follow(patient, doctor.person().username());
    if (!registry.isFollowed(patient, follow.user())) {
      log.put(follow);
      tell("followed", follow, request);
    }
    return follow;
  }

  /** Works where the right to see the patient has ended, too. */
  @DeleteMapping("/{patient}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String patient,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Follow follow = new Follow(patient, doctor.person().username());
    if (registry.isFollowed(patient, follow.user())) {
      log.remove(follow.key());
      tell("unfollowed", follow, request);
    } else {
      access.patientSeenBy(doctor.person(), patient, clock.instant());
    }
  }

  private void tell(String action, Follow follow, HttpServletRequest request) {
    audit.tell(
        AuditEvent.of(action)
            .by(follow.user(), request.getRemoteAddr())
            .ofPatient(follow.patient()));
  }
}

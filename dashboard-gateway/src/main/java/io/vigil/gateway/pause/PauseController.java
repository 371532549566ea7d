package io.vigil.gateway.pause;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.command.CommandLog;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.command.Pause;
import io.vigil.schema.command.Resume;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses a patient's alarms of up to medium priority for a while, and ends a pause. */
@RestController
@RequestMapping("/api/v1/patients/{id}/pause")
class PauseController {
  private final CommandLog log;
  private final Pauses pauses;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  PauseController(CommandLog log, Pauses pauses, Access access, Audit audit, InstantSource clock) {
    this.log = log;
    this.pauses = pauses;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** How long, and why. */
  record Wish(
      @NotNull @Min(1) @Max(Pause.SECONDS) Integer seconds,
      @NotBlank @Size(max = Pause.REASON) String reason) {}

  @PutMapping
  PauseNow put(
      @PathVariable String id,
      @Valid @RequestBody Wish wish,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    access.patientSeenBy(doctor.person(), id, now);
    String user = doctor.person().username();
    Pause pause = new Pause(id, now, user, wish.seconds(), wish.reason());
    log.write(pause);
    audit.tell(
        AuditEvent.of("alarms_paused")
            .by(user, request.getRemoteAddr())
            .ofPatient(id)
            .because(wish.reason()));
    return PauseNow.of(pause);
  }

  /** Without a pause it changes nothing. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    access.patientSeenBy(doctor.person(), id, now);
    if (pauses.of(id, now).isPresent()) {
      String user = doctor.person().username();
      log.write(new Resume(id, now, user));
      audit.tell(AuditEvent.of("alarms_resumed").by(user, request.getRemoteAddr()).ofPatient(id));
    }
  }
}

package io.vigil.gateway.limits;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.history.PastReadings;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Patient;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tries limits on a patient's past: the history is read here, the rules run in alert-service. */
@RestController
class BacktestController {
  private final LimitVersions versions;
  private final WardLimits wards;
  private final PastReadings past;
  private final AlertService alertService;
  private final BacktestProperties bounds;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;
  private final Semaphore turns;

  BacktestController(
      LimitVersions versions,
      WardLimits wards,
      PastReadings past,
      AlertService alertService,
      BacktestProperties bounds,
      Access access,
      Audit audit,
      InstantSource clock) {
    this.versions = versions;
    this.wards = wards;
    this.past = past;
    this.alertService = alertService;
    this.bounds = bounds;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.turns = new Semaphore(bounds.maxAtOnce());
  }

  /** Limits to be tried, as the patient's own, on the last hours. */
  record Trial(@Nullable JsonNode limits, @Nullable Integer hours) {}

  /**
   * The episodes of both limits.
   *
   * @param partial a part of the history could not be read; there may be more
   */
  record Answer(JsonNode inForce, JsonNode proposed, int hours, boolean partial) {}

  @PostMapping("/api/v1/patients/{id}/limits/backtest")
  Answer post(
      @PathVariable String id,
      @RequestBody Trial trial,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    Instant now = clock.instant();
    Patient patient = access.patientSeenBy(doctor.person(), id, now);
    Limits ward = wards.of(patient.ward());
    Limits proposed = LimitsReader.read(trial.limits(), ward).over(ward);
    int hours = trial.hours() == null ? bounds.hoursUnlessAsked() : trial.hours();
    if (hours < 1 || hours > bounds.maxHours()) {
      throw NoBacktest.hoursOutOfBounds(bounds.maxHours());
    }
    audit.tell(
        AuditEvent.of("limits_tried")
            .by(doctor.person().username(), request.getRemoteAddr())
            .ofPatient(id));
    if (!turns.tryAcquire()) {
      throw NoBacktest.busy(bounds.maxAtOnce());
    }
    try {
      PastReadings.Known known = past.between(id, now.minus(Duration.ofHours(hours)), now);
      Limits inForce = versions.ownOf(id).over(ward);
      JsonNode answer = alertService.backtest(id, known.byVital(), inForce, proposed);
      return new Answer(answer.path("inForce"), answer.path("proposed"), hours, known.partial());
    } finally {
      turns.release();
    }
  }
}

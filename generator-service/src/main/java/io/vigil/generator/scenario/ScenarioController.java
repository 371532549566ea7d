package io.vigil.generator.scenario;

import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts, lists and ends scenarios. */
@RestController
@RequestMapping("/api/v1/scenarios")
class ScenarioController {
  private final Scenarios scenarios;
  private final Ward ward;
  private final long longestSeconds;
  private final InstantSource clock;

  ScenarioController(
      Scenarios scenarios, Ward ward, ScenarioProperties properties, InstantSource clock) {
    this.scenarios = scenarios;
    this.ward = ward;
    this.longestSeconds = properties.longest().toSeconds();
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ScenarioView start(@RequestBody ScenarioRequest request) {
    ScenarioKind kind =
        Optional.ofNullable(request.kind())
            .flatMap(ScenarioKind::ofCode)
            .orElseThrow(ScenarioRefused::unknownKind);
    Duration length = length(request.seconds());
    Bed bed =
        Optional.ofNullable(request.patient())
            .flatMap(ward::bedOf)
            .orElseThrow(ScenarioRefused::unknownPatient);
    return ScenarioView.of(scenarios.start(bed.patient(), kind, length, clock.instant()));
  }

  @GetMapping
  List<ScenarioView> active() {
    return scenarios.activeAt(clock.instant()).stream().map(ScenarioView::of).toList();
  }

  @DeleteMapping("/{id}")
  ScenarioView end(@PathVariable String id) {
    return scenarios
        .end(id, clock.instant())
        .map(ScenarioView::of)
        .orElseThrow(ScenarioRefused::unknownScenario);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(ScenarioRefused refused) {
    return ResponseEntity.of(refused.getBody()).build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(HttpMessageNotReadableException unreadable) {
    return refuse(ScenarioRefused.malformedJson());
  }

  private Duration length(@Nullable Integer seconds) {
    if (seconds == null || seconds < 1 || seconds > longestSeconds) {
      throw ScenarioRefused.secondsOutOfBounds(longestSeconds);
    }
    return Duration.ofSeconds(seconds);
  }
}

package io.vigil.generator.scenario;

import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Ward;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import tools.jackson.databind.JsonNode;

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

  /** Answers the scenario of the one patient, or those of all that were named. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Object start(@RequestBody JsonNode body) {
    ScenarioRequest request = ScenarioRequest.of(body);
    ScenarioKind kind =
        Optional.ofNullable(request.kind())
            .flatMap(ScenarioKind::ofCode)
            .orElseThrow(ScenarioRefused::unknownKind);
    Map<String, Long> parameters = kind.complete(request.parameters());
    Duration length = length(request.seconds());
    List<ScenarioView> started =
        scenarios.start(patients(request), kind, parameters, length, clock.instant()).stream()
            .map(ScenarioView::of)
            .toList();
    return request.patient() != null ? started.get(0) : Map.of("scenarios", started);
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

  @DeleteMapping
  List<ScenarioView> endAll() {
    return scenarios.endAll(clock.instant()).stream().map(ScenarioView::of).toList();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(ScenarioRefused refused) {
    return ResponseEntity.of(refused.getBody()).build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(HttpMessageNotReadableException unreadable) {
    return refuse(ScenarioRefused.malformedJson());
  }

  private List<String> patients(ScenarioRequest request) {
    String one = request.patient();
    List<String> some = request.patients();
    String wardName = request.ward();
    boolean several =
        Stream.of(one != null, some != null || request.everybody(), wardName != null)
                .filter(given -> given)
                .count()
            > 1;
    if (several || (some != null && some.isEmpty())) {
      throw ScenarioRefused.oneOfPatientPatientsAndWard();
    }
    if (request.everybody()) {
      return ward.beds().stream().map(Bed::patient).toList();
    }
    if (wardName != null) {
      return ofWard(wardName);
    }
    if (some != null) {
      return some.stream().map(this::known).toList();
    }
    return List.of(
        Optional.ofNullable(one)
            .flatMap(ward::bedOf)
            .orElseThrow(ScenarioRefused::unknownPatient)
            .patient());
  }

  private List<String> ofWard(String name) {
    List<String> patients =
        ward.beds().stream().filter(bed -> bed.ward().equals(name)).map(Bed::patient).toList();
    if (patients.isEmpty()) {
      throw ScenarioRefused.unknownWard();
    }
    return patients;
  }

  private String known(String patient) {
    return ward.bedOf(patient)
        .map(Bed::patient)
        .orElseThrow(() -> ScenarioRefused.unknownPatient(patient));
  }

  private Duration length(@Nullable Long seconds) {
    if (seconds == null || seconds < 1 || seconds > longestSeconds) {
      throw ScenarioRefused.secondsOutOfBounds(longestSeconds);
    }
    return Duration.ofSeconds(seconds);
  }
}

package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What happens to whom; at most one scenario a patient, the newest. For any thread. */
@Component
public class Scenarios {
  private final Map<String, Scenario> byPatient = new ConcurrentHashMap<>();

  /** Starts a scenario for each of these, which replaces the one that the patient has. */
  List<Scenario> start(
      Collection<String> patients,
      ScenarioKind kind,
      Map<String, Long> parameters,
      Duration length,
      Instant now) {
    return patients.stream()
        .map(patient -> new Span(patient, now, now.plus(length)))
        .map(span -> Scenario.of(UUID.randomUUID().toString(), kind, parameters, span))
        .peek(scenario -> byPatient.put(scenario.patient(), scenario))
        .toList();
  }

  /** Ends an active scenario; returns it, or empty if none of this id is active. */
  Optional<Scenario> end(String id, Instant now) {
    return activeAt(now).stream()
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .map(scenario -> end(scenario, now));
  }

  /** Ends all that are active; returns them. */
  List<Scenario> endAll(Instant now) {
    return activeAt(now).stream().map(scenario -> end(scenario, now)).toList();
  }

  /** The active ones, the oldest first. */
  List<Scenario> activeAt(Instant now) {
    byPatient.values().removeIf(scenario -> scenario.isOverAt(now));
    return byPatient.values().stream()
        .filter(scenario -> scenario.isActiveAt(now))
        .sorted(
            Comparator.comparing((Scenario scenario) -> scenario.span().from())
                .thenComparing(Scenario::patient))
        .toList();
  }

  /** What happens to this patient's readings at this time. */
  public Effect effectOn(String patient, Instant time) {
    Scenario scenario = byPatient.get(patient);
    return scenario == null ? Effect.NONE : scenario.effectAt(time);
  }

  private Scenario end(Scenario scenario, Instant now) {
    Scenario ended = scenario.endedAt(now);
    byPatient.replace(scenario.patient(), scenario, ended);
    return ended;
  }
}

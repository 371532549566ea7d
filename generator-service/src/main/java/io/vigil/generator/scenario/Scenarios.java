package io.vigil.generator.scenario;

import io.vigil.generator.signal.Course;
import java.time.Duration;
import java.time.Instant;
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

  /** Starts a scenario, which replaces the one that the patient has. */
  Scenario start(String patient, ScenarioKind kind, Duration length, Instant now) {
    Scenario scenario =
        new Scenario(UUID.randomUUID().toString(), patient, kind, now, now.plus(length));
    byPatient.put(patient, scenario);
    return scenario;
  }

  /** Ends an active scenario; returns it, or empty if none of this id is active. */
  Optional<Scenario> end(String id, Instant now) {
    Optional<Scenario> found =
        activeAt(now).stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    return found.map(
        scenario -> {
          Scenario ended = scenario.endedAt(now);
          byPatient.replace(scenario.patient(), scenario, ended);
          return ended;
        });
  }

  /** The active ones, the oldest first. */
  List<Scenario> activeAt(Instant now) {
    byPatient.values().removeIf(scenario -> scenario.isOverAt(now));
    return byPatient.values().stream()
        .filter(scenario -> scenario.isActiveAt(now))
        .sorted(Comparator.comparing(Scenario::from).thenComparing(Scenario::patient))
        .toList();
  }

  /** Whether the patient's device has to be silent at this time. */
  public boolean silences(String patient, Instant time) {
    Scenario scenario = byPatient.get(patient);
    return scenario != null && scenario.silencesAt(time);
  }

  /** Where the patient's heart is driven, if it is. */
  public Optional<Course> courseOf(String patient) {
    return Optional.ofNullable(byPatient.get(patient)).flatMap(Scenario::course);
  }
}

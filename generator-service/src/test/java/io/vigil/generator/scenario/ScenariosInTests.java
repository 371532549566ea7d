package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Scenarios for tests of other packages. */
public final class ScenariosInTests {
  private ScenariosInTests() {}

  /** Silences this patient's device from one instant on. */
  public static void silence(Scenarios scenarios, String patient, Instant from, Duration length) {
    start(scenarios, patient, "signal_loss", Map.of(), from, length);
  }

  /** Makes this patient's heart race from one instant on. */
  public static void race(Scenarios scenarios, String patient, Instant from, Duration length) {
    start(scenarios, patient, "tachycardia", Map.of(), from, length);
  }

  /** Makes anything happen to this patient from one instant on. */
  public static void start(
      Scenarios scenarios,
      String patient,
      String kind,
      Map<String, Long> parameters,
      Instant from,
      Duration length) {
    ScenarioKind known = ScenarioKind.ofCode(kind).orElseThrow();
    scenarios.start(List.of(patient), known, known.complete(parameters), length, from);
  }

  /** Ends whatever happens. */
  public static void endAll(Scenarios scenarios, Instant now) {
    scenarios.endAll(now);
  }
}

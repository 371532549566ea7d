package io.vigil.generator.scenario;

import java.time.Duration;
import java.time.Instant;

/** Scenarios for tests of other packages. */
public final class ScenariosInTests {
  private ScenariosInTests() {}

  /** Silences this patient's device from one instant on. */
  public static void silence(Scenarios scenarios, String patient, Instant from, Duration length) {
    scenarios.start(patient, ScenarioKind.SIGNAL_LOSS, length, from);
  }

  /** Makes this patient's heart race from one instant on. */
  public static void race(Scenarios scenarios, String patient, Instant from, Duration length) {
    scenarios.start(patient, ScenarioKind.TACHYCARDIA, length, from);
  }
}

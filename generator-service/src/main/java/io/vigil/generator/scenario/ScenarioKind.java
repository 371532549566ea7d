package io.vigil.generator.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be made to happen. */
enum ScenarioKind {
  TACHYCARDIA("tachycardia", OptionalInt.of(145)),
  BRADYCARDIA("bradycardia", OptionalInt.of(44)),
  SIGNAL_LOSS("signal_loss", OptionalInt.empty());

  private final String code;
  private final OptionalInt target;

  ScenarioKind(String code, OptionalInt target) {
    this.code = code;
    this.target = target;
  }

  /** The name in the API. */
  String code() {
    return code;
  }

  /** Where it drives the heart, in beats a minute; empty if it silences the device. */
  OptionalInt target() {
    return target;
  }

  static Optional<ScenarioKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}

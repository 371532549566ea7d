package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;
import java.util.Optional;

/** Who is admitted, as far as the rules need to know. */
@FunctionalInterface
public interface Admissions {
  /** How urgent this patient's silence is, or empty where they are not admitted. */
  Optional<AlertPriority> priorityOfSilence(String patient);
}

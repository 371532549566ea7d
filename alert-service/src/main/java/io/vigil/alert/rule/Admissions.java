package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.limit.Limits;
import java.util.Optional;

/** Who is admitted, as far as the rules need to know. */
public interface Admissions {
  /** How urgent this patient's silence is, or empty where they are not admitted. */
  Optional<AlertPriority> priorityOfSilence(String patient);

  /** The limits that hold where this patient has none of their own. */
  Limits wardLimits(String patient);

  /** Whether some device may push readings of this patient. */
  boolean hasDevice(String patient);
}

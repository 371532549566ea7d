package io.vigil.alert.rule;

import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules in force, by vital; a vital without rules is not watched. */
public final class Rules {
  private final Map<Vital, VitalRules> byVital;

  public Rules(Map<Vital, VitalRules> byVital) {
    this.byVital = new EnumMap<>(byVital);
  }

  /** The vitals that are watched, in their declared order. */
  public Set<Vital> vitals() {
    return byVital.keySet();
  }

  /** The rules of this vital, or null where it is not watched. */
  public @Nullable VitalRules of(Vital vital) {
    return byVital.get(vital);
  }
}

package io.vigil.alert.rule;

import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits in force for one patient: their own over the ward's over the defaults. */
final class InForce {
  private Limits own = Limits.NONE;
  private Limits ward = Limits.NONE;
  private @Nullable Map<Vital, VitalRules> rules;

  /** The rules of this vital, or null where it is not watched. */
  @Nullable VitalRules of(Vital vital, Rules all) {
    return under(all).get(vital);
  }

  Map<Vital, VitalRules> under(Rules all) {
    Map<Vital, VitalRules> current = rules;
    if (current == null) {
      current = all.under(own.over(ward).over(Limits.DEFAULTS));
      rules = current;
    }
    return current;
  }

  /** Takes these as the patient's own; returns whether they are others than before. */
  boolean setOwn(Limits limits) {
    boolean changes = !own.equals(limits);
    own = limits;
    rules = null;
    return changes;
  }

  /** Takes these as the ward's. */
  void setWard(Limits limits) {
    ward = limits;
    rules = null;
  }

  void writeTo(StateWriter to) {
    to.limits(own);
    to.limits(ward);
  }

  static InForce readFrom(StateReader from) {
    InForce read = new InForce();
    read.own = from.limits();
    read.ward = from.limits();
    return read;
  }
}

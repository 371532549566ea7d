package io.vigil.alert.rule;

import io.vigil.schema.vital.Vital;
import org.jspecify.annotations.Nullable;

/** Which vital of which patient an alarm is about, or the patient as a whole. */
record Subject(String patient, @Nullable Vital vital) {
  @Nullable String code() {
    return vital == null ? null : vital.code();
  }

  /** A text about this vital. */
  String text(String what) {
    return vital == null ? what : vital.label() + " " + what;
  }
}

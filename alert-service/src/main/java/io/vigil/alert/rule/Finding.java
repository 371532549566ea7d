package io.vigil.alert.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param value the value that decided, in the vital's unit
 * @param limit the limit that was passed: the vital's unit for values, seconds for silence
 * @param text what people read
 * @param source whose silence it is, or null where it is none
 * @param group what fell silent as a whole, or null where the patient alone did
 */
record Finding(
    @Nullable BigDecimal value,
    @Nullable BigDecimal limit,
    String text,
    @Nullable String source,
    @Nullable String group) {

  Finding(@Nullable BigDecimal value, @Nullable BigDecimal limit, String text) {
    this(value, limit, text, null, null);
  }

  /** The same, told in other words of another value. */
  Finding now(@Nullable BigDecimal otherValue, String otherText) {
    return new Finding(otherValue, limit, otherText, source, group);
  }
}

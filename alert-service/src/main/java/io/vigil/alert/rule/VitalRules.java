package io.vigil.alert.rule;

import io.vigil.schema.limit.VitalLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force for one vital. Limits that contradict each other are no error here: each is
 * guarded by itself.
 *
 * @param highAbove the upper limit; a value has to be above it
 * @param lowBelow the lower limit; a value has to be below it
 * @param extremeHighAbove the upper limit beyond which it is urgent
 * @param extremeLowBelow the lower limit beyond which it is urgent
 * @param timing what is asked beside the limits
 */
public record VitalRules(
    int highAbove, int lowBelow, int extremeHighAbove, int extremeLowBelow, VitalTiming timing) {
  /** No upper limit: no value is above it. */
  static final int NO_UPPER = Integer.MAX_VALUE;

  /** No lower limit: no value is below it. */
  static final int NO_LOWER = Integer.MIN_VALUE;

  /** The rules of these limits. */
  public static VitalRules of(VitalLimits limits, VitalTiming timing) {
    return new VitalRules(
        orElse(limits.high(), NO_UPPER),
        orElse(limits.low(), NO_LOWER),
        orElse(limits.extremeHigh(), NO_UPPER),
        orElse(limits.extremeLow(), NO_LOWER),
        timing);
  }

  private static int orElse(@Nullable BigDecimal limit, int none) {
    return limit == null ? none : VitalLimits.hundredths(limit);
  }
}

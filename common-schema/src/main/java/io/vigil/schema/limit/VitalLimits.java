package io.vigil.schema.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one vital, in its unit, with at most two decimals; null where one is not named.
 *
 * @param high a value above it is too high
 * @param low a value below it is too low
 * @param extremeHigh a value above it is far too high
 * @param extremeLow a value below it is far too low
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VitalLimits(
    @Nullable BigDecimal high,
    @Nullable BigDecimal low,
    @JsonProperty("extreme_high") @Nullable BigDecimal extremeHigh,
    @JsonProperty("extreme_low") @Nullable BigDecimal extremeLow) {

  /** Nothing is named. */
  public static final VitalLimits NONE = new VitalLimits(null, null, null, null);

  /**
   * Writes each limit in its shortest form, so that equal limits are equal.
   *
   * @throws IllegalArgumentException if one has more than two decimals or is absurdly large
   */
  public VitalLimits {
    high = shortest(high);
    low = shortest(low);
    extremeHigh = shortest(extremeHigh);
    extremeLow = shortest(extremeLow);
  }

  private static @Nullable BigDecimal shortest(@Nullable BigDecimal limit) {
    return limit == null ? null : Vital.decimal(hundredths(limit));
  }

  /**
   * A limit in hundredths of its unit.
   *
   * @throws IllegalArgumentException if it has more than two decimals or is absurdly large
   */
  public static int hundredths(BigDecimal limit) {
    // Looked at first, since 1e999999999 takes gigabytes when it is written out.
    if (Math.abs((long) limit.scale()) > 20 || limit.precision() > 20) {
      throw new IllegalArgumentException("a limit that is no plain number");
    }
    try {
      return limit.movePointRight(2).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a limit with more than two decimals, or too large", e);
    }
  }

  /** These limits, and where they name none, those. */
  public VitalLimits over(VitalLimits defaults) {
    return new VitalLimits(
        high != null ? high : defaults.high,
        low != null ? low : defaults.low,
        extremeHigh != null ? extremeHigh : defaults.extremeHigh,
        extremeLow != null ? extremeLow : defaults.extremeLow);
  }

  /**
   * What is wrong with these limits as they are, or empty: one that is not plausible for the vital,
   * or one that lies on the wrong side of another.
   */
  public Optional<String> contradiction(Vital vital) {
    if (Stream.of(extremeLow, low, high, extremeHigh)
        .filter(Objects::nonNull)
        .anyMatch(limit -> !vital.isPlausible(hundredths(limit)))) {
      return Optional.of("a limit is outside the plausible range of " + vital.code());
    }
    if (isAbove(extremeLow, low)) {
      return Optional.of("extreme_low is above low");
    }
    if (isAbove(high, extremeHigh)) {
      return Optional.of("extreme_high is below high");
    }
    if (isNotBelow(low, high)
        || isNotBelow(low, extremeHigh)
        || isNotBelow(extremeLow, high)
        || isNotBelow(extremeLow, extremeHigh)) {
      return Optional.of("the lower limit is not below the upper one");
    }
    return Optional.empty();
  }

  private static boolean isAbove(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one != null && other != null && one.compareTo(other) > 0;
  }

  private static boolean isNotBelow(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one != null && other != null && one.compareTo(other) >= 0;
  }
}

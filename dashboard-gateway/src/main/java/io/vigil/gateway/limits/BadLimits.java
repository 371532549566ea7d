package io.vigil.gateway.limits;

import io.vigil.gateway.problem.Refused;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Limits that cannot hold; says what would be right. */
final class BadLimits extends Refused {
  private static final long serialVersionUID = 1L;

  /** What a limit can be called. */
  static final List<String> NAMES = List.of("high", "low", "extreme_high", "extreme_low");

  private static final int SHOWN = 40;

  private BadLimits(String code, String detail) {
    super(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }

  static BadLimits noObject() {
    return new BadLimits(
        "malformed_limits",
        "Limits are an object by vital, such as {\"heart_rate\":{\"high\":120}}");
  }

  static BadLimits unknownVital(String code) {
    String known = Stream.of(Vital.values()).map(Vital::code).collect(Collectors.joining(", "));
    return new BadLimits(
        "unknown_vital", "There is no vital " + brief(code) + "; there are " + known);
  }

  static BadLimits unknownLimit(Vital vital, String name) {
    return new BadLimits(
        "unknown_limit",
        vital.code() + " has no limit " + brief(name) + "; it has " + String.join(", ", NAMES));
  }

  static BadLimits notANumber(Vital vital, String name) {
    return new BadLimits(
        "limit_not_a_number",
        vital.code() + "." + name + " has to be a number with at most two decimals");
  }

  static BadLimits implausible(Vital vital, String name) {
    return new BadLimits(
        "limit_implausible",
        vital.code()
            + "."
            + name
            + " has to be from "
            + Vital.decimal(vital.minHundredths())
            + " to "
            + Vital.decimal(vital.maxHundredths())
            + " "
            + vital.unit());
  }

  static BadLimits contradicting(Vital vital, VitalLimits inForce) {
    String would =
        Stream.of(
                named("extreme_low", inForce.extremeLow()),
                named("low", inForce.low()),
                named("high", inForce.high()),
                named("extreme_high", inForce.extremeHigh()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return new BadLimits(
        "limits_contradict",
        vital.code()
            + " needs extreme_low ≤ low < high ≤ extreme_high; with the defaults in force would be "
            + would);
  }

  /** A ward's limits that this patient's own would contradict. */
  static BadLimits contradictingPatient(String patient) {
    return new BadLimits(
        "limits_contradict",
        "The own limits of "
            + patient
            + " would contradict these; change those of the patient first");
  }

  private static @Nullable String named(String name, @Nullable Object limit) {
    return limit == null ? null : name + " " + limit;
  }

  private static String brief(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}

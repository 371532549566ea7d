package io.vigil.schema.limit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alarm limits by vital; immutable. In JSON an object such as {@code
 * {"heart_rate":{"high":120,"low":50}}}.
 *
 * @param byVital what is named; a vital that is not there names nothing
 */
public record Limits(Map<Vital, VitalLimits> byVital) {

  /** Nothing is named. */
  public static final Limits NONE = new Limits(Map.of());

  /**
   * What holds where neither ward nor patient has limits of their own. Those of the heart rate are
   * fixed by Vigil's contract; docs/formats/alert-commands.md says where the others come from.
   */
  public static final Limits DEFAULTS =
      new Limits(
          Map.of(
              Vital.HEART_RATE, limits("120", "50", "150", "40"),
              Vital.SPO2, limits(null, "90", null, "85"),
              Vital.RESP_RATE, limits("24", "9", "35", "6"),
              Vital.TEMPERATURE, limits("39", "35", "41", "33"),
              Vital.BP_SYSTOLIC, limits("180", "90", "220", "70"),
              Vital.BP_DIASTOLIC, limits("120", "45", "140", "35")));

  public Limits {
    Map<Vital, VitalLimits> sorted = new EnumMap<>(Vital.class);
    sorted.putAll(byVital);
    byVital = Collections.unmodifiableMap(sorted);
  }

  private static VitalLimits limits(
      @Nullable String high,
      @Nullable String low,
      @Nullable String extremeHigh,
      @Nullable String extremeLow) {
    return new VitalLimits(number(high), number(low), number(extremeHigh), number(extremeLow));
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /**
   * Limits by the codes of the vitals.
   *
   * @throws IllegalArgumentException if a code is none
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Limits ofCodes(Map<String, @Nullable VitalLimits> byCode) {
    Map<Vital, VitalLimits> byVital = new EnumMap<>(Vital.class);
    byCode.forEach(
        (code, limits) -> {
          Vital vital =
              Vital.ofCode(code).orElseThrow(() -> new IllegalArgumentException("unknown vital"));
          if (limits != null) {
            byVital.put(vital, limits);
          }
        });
    return new Limits(byVital);
  }

  /** The same by the codes of the vitals. */
  @JsonValue
  public Map<String, VitalLimits> byCode() {
    Map<String, VitalLimits> byCode = new LinkedHashMap<>();
    byVital.forEach((vital, limits) -> byCode.put(vital.code(), limits));
    return byCode;
  }

  /** What is named for this vital. */
  public VitalLimits of(Vital vital) {
    return byVital.getOrDefault(vital, VitalLimits.NONE);
  }

  /** These limits, and where they name none, those. */
  public Limits over(Limits defaults) {
    Map<Vital, VitalLimits> both = new EnumMap<>(Vital.class);
    both.putAll(defaults.byVital);
    byVital.forEach((vital, limits) -> both.put(vital, limits.over(defaults.of(vital))));
    return new Limits(both);
  }

  /** What is wrong with them as they are, with the vital's code before it, or empty. */
  public Optional<String> contradiction() {
    return byVital.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().contradiction(entry.getKey()).stream()
                    .map(what -> entry.getKey().code() + ": " + what))
        .findFirst();
  }
}

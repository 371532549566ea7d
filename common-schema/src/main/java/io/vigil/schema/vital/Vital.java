package io.vigil.schema.vital;

import static io.vigil.schema.wire.Vital.VITAL_BP_DIASTOLIC;
import static io.vigil.schema.wire.Vital.VITAL_BP_SYSTOLIC;
import static io.vigil.schema.wire.Vital.VITAL_HEART_RATE;
import static io.vigil.schema.wire.Vital.VITAL_RESP_RATE;
import static io.vigil.schema.wire.Vital.VITAL_SPO2;
import static io.vigil.schema.wire.Vital.VITAL_TEMPERATURE;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A vital sign, with its LOINC code, its UCUM unit and the range outside of which no living
 * patient's value lies.
 *
 * <p>Codes are from <a href="https://loinc.org">LOINC</a>, units from <a
 * href="https://ucum.org">UCUM</a>.
 */
public enum Vital {
  HEART_RATE(VITAL_HEART_RATE, "heart_rate", "HR", "8867-4", "/min", 0, 350),
  SPO2(VITAL_SPO2, "spo2", "SpO2", "59408-5", "%", 0, 100),
  RESP_RATE(VITAL_RESP_RATE, "resp_rate", "RR", "9279-1", "/min", 0, 150),
  TEMPERATURE(VITAL_TEMPERATURE, "temperature", "Temp", "8310-5", "Cel", 10, 50),
  BP_SYSTOLIC(VITAL_BP_SYSTOLIC, "bp_systolic", "BP sys", "8480-6", "mm[Hg]", 0, 350),
  BP_DIASTOLIC(VITAL_BP_DIASTOLIC, "bp_diastolic", "BP dia", "8462-4", "mm[Hg]", 0, 300);

  private static final Map<String, Vital> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(Vital::code, Function.identity()));

  private static final Map<io.vigil.schema.wire.Vital, Vital> BY_WIRE =
      Stream.of(values()).collect(Collectors.toMap(Vital::toWire, Function.identity()));

  private final io.vigil.schema.wire.Vital wire;
  private final String code;
  private final String label;
  private final String loinc;
  private final String unit;
  private final int minHundredths;
  private final int maxHundredths;

  Vital(
      io.vigil.schema.wire.Vital wire,
      String code,
      String label,
      String loinc,
      String unit,
      int min,
      int max) {
    this.wire = wire;
    this.code = code;
    this.label = label;
    this.loinc = loinc;
    this.unit = unit;
    this.minHundredths = min * 100;
    this.maxHundredths = max * 100;
  }

  /** The name in APIs and events, for example {@code heart_rate}. */
  public String code() {
    return code;
  }

  /** The short name that clinicians read, for example {@code HR}. */
  public String label() {
    return label;
  }

  /** The LOINC code, for example {@code 8867-4}. */
  public String loinc() {
    return loinc;
  }

  /** The UCUM unit, for example {@code /min}. */
  public String unit() {
    return unit;
  }

  /** Whether a value, in hundredths of the unit, is within the plausible range, bounds included. */
  public boolean isPlausible(long hundredths) {
    return hundredths >= minHundredths && hundredths <= maxHundredths;
  }

  /** The lowest plausible value, in hundredths of the unit. */
  public int minHundredths() {
    return minHundredths;
  }

  /** The highest plausible value, in hundredths of the unit. */
  public int maxHundredths() {
    return maxHundredths;
  }

  /** This vital as the wire has it. */
  public io.vigil.schema.wire.Vital toWire() {
    return wire;
  }

  /** The vital with this code, or empty if there is none. */
  public static Optional<Vital> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The vital of the wire's value, or empty if this version does not know it. */
  public static Optional<Vital> ofWire(io.vigil.schema.wire.Vital wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  /** A value in hundredths of the unit as the shortest decimal: 7250 is 72.5, 13400 is 134. */
  public static BigDecimal decimal(long hundredths) {
    BigDecimal stripped = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

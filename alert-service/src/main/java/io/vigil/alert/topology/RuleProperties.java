package io.vigil.alert.topology;

import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How values and silences are judged, beside the limits, which come from the log.
 *
 * @param holdFor how long a value has to stay beyond a limit, or back inside it
 * @param extremeHoldFor how long a value has to stay beyond an extreme limit
 * @param gapAfter how long the heart rate may be silent
 * @param otherGapAfter how long oxygen and respiration may be silent
 * @param neverStartedAfter how long a patient who was admitted with a device may be silent
 * @param pipelineAfter how long our own pipeline may be silent
 * @param spot how vitals are judged that are measured now and then
 * @param hysteresis how far back inside a value has to be for an alarm to end
 */
@Validated
@ConfigurationProperties("vigil.alert.rules")
record RuleProperties(
    @DefaultValue("10s") @NotNull Duration holdFor,
    @DefaultValue("3s") @NotNull Duration extremeHoldFor,
    @DefaultValue("5s") @NotNull Duration gapAfter,
    @DefaultValue("10s") @NotNull Duration otherGapAfter,
    @DefaultValue("30s") @NotNull Duration neverStartedAfter,
    @DefaultValue("5s") @NotNull @DurationMin(seconds = 3) Duration pipelineAfter,
    @DefaultValue @Valid Spot spot,
    @DefaultValue @Valid Hysteresis hysteresis) {
  /** Refuses what makes no sense at the start, not at the first reading. */
  RuleProperties {
    timings(holdFor, extremeHoldFor, gapAfter, otherGapAfter, spot, hysteresis);
    if (neverStartedAfter.isZero() || neverStartedAfter.isNegative()) {
      throw new IllegalArgumentException("never-started-after has to be positive");
    }
  }

  /**
   * Temperature and blood pressure, which a device may measure every few minutes.
   *
   * @param extremeHoldFor 0 if one reading beyond an extreme limit is enough
   * @param gapAfter how far two readings may be apart to count as one run
   */
  record Spot(
      @DefaultValue("0s") @NotNull Duration extremeHoldFor,
      @DefaultValue("30m") @NotNull Duration gapAfter) {}

  /** In the units of the vitals, with at most two decimals. */
  record Hysteresis(
      @DefaultValue("5") @NotNull BigDecimal heartRate,
      @DefaultValue("1") @NotNull BigDecimal spo2,
      @DefaultValue("2") @NotNull BigDecimal respRate,
      @DefaultValue("0.3") @NotNull BigDecimal temperature,
      @DefaultValue("5") @NotNull BigDecimal bloodPressure) {}

  Rules rules() {
    return new Rules(
        timings(holdFor, extremeHoldFor, gapAfter, otherGapAfter, spot, hysteresis),
        neverStartedAfter.toMillis(),
        pipelineAfter.toMillis());
  }

  private static Map<Vital, VitalTiming> timings(
      Duration holdFor,
      Duration extremeHoldFor,
      Duration gapAfter,
      Duration otherGapAfter,
      Spot spot,
      Hysteresis hysteresis) {
    Map<Vital, VitalTiming> timings = new EnumMap<>(Vital.class);
    for (Vital vital : Vital.values()) {
      int back = VitalLimits.hundredths(hysteresisOf(vital, hysteresis));
      timings.put(
          vital,
          switch (vital) {
            case HEART_RATE -> timing(back, holdFor, extremeHoldFor, gapAfter, true);
            case SPO2, RESP_RATE -> timing(back, holdFor, extremeHoldFor, otherGapAfter, true);
            case TEMPERATURE, BP_SYSTOLIC, BP_DIASTOLIC ->
                timing(back, holdFor, spot.extremeHoldFor(), spot.gapAfter(), false);
          });
    }
    return timings;
  }

  private static BigDecimal hysteresisOf(Vital vital, Hysteresis hysteresis) {
    return switch (vital) {
      case HEART_RATE -> hysteresis.heartRate();
      case SPO2 -> hysteresis.spo2();
      case RESP_RATE -> hysteresis.respRate();
      case TEMPERATURE -> hysteresis.temperature();
      case BP_SYSTOLIC, BP_DIASTOLIC -> hysteresis.bloodPressure();
    };
  }

  private static VitalTiming timing(
      int hysteresis, Duration hold, Duration extremeHold, Duration gap, boolean listened) {
    return new VitalTiming(
        hysteresis, hold.toMillis(), extremeHold.toMillis(), gap.toMillis(), listened);
  }
}

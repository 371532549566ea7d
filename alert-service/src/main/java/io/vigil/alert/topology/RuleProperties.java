package io.vigil.alert.topology;

import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalRules;
import io.vigil.schema.vital.Vital;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits that hold for every ward until somebody sets others.
 *
 * @param heartRate in beats a minute
 */
@Validated
@ConfigurationProperties("vigil.alert.rules")
record RuleProperties(@DefaultValue @Valid HeartRate heartRate) {

  /**
   * What is asked of the heart rate.
   *
   * @param high the upper limit
   * @param low the lower limit
   * @param holdFor how long a value has to stay beyond a limit, or back inside it
   * @param hysteresis how far back inside a value has to be for an alarm to end
   * @param gapAfter how long a silence may be
   */
  record HeartRate(
      @DefaultValue("120") @NotNull @Digits(integer = 3, fraction = 2) BigDecimal high,
      @DefaultValue("50") @NotNull @Digits(integer = 3, fraction = 2) BigDecimal low,
      @DefaultValue("10s") @DurationMin(seconds = 0) Duration holdFor,
      @DefaultValue("5") @NotNull @Digits(integer = 3, fraction = 2) BigDecimal hysteresis,
      @DefaultValue("5s") @DurationMin(seconds = 1) Duration gapAfter) {}

  Rules rules() {
    return new Rules(
        Map.of(
            Vital.HEART_RATE,
            new VitalRules(
                hundredths(heartRate.high),
                hundredths(heartRate.low),
                hundredths(heartRate.hysteresis),
                heartRate.holdFor.toMillis(),
                heartRate.gapAfter.toMillis())));
  }

  private static int hundredths(BigDecimal value) {
    return value.movePointRight(2).intValueExact();
  }
}

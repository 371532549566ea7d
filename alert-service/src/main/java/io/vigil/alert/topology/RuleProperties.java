package io.vigil.alert.topology;

import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalRules;
import io.vigil.schema.vital.Vital;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
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
  /** Refuses limits that contradict each other at the start, not at the first reading. */
  RuleProperties {
    heartRate.rules();
  }

  /**
   * What is asked of the heart rate; up to two decimals.
   *
   * @param high the upper limit
   * @param low the lower limit
   * @param holdFor how long a value has to stay beyond a limit, or back inside it
   * @param hysteresis how far back inside a value has to be for an alarm to end
   * @param gapAfter how long a silence may be
   */
  record HeartRate(
      @DefaultValue("120") @NotNull BigDecimal high,
      @DefaultValue("50") @NotNull BigDecimal low,
      @DefaultValue("10s") @NotNull Duration holdFor,
      @DefaultValue("5") @NotNull BigDecimal hysteresis,
      @DefaultValue("5s") @NotNull Duration gapAfter) {

    private VitalRules rules() {
      return new VitalRules(
          hundredths(high),
          hundredths(low),
          hundredths(hysteresis),
          holdFor.toMillis(),
          gapAfter.toMillis());
    }
  }

  Rules rules() {
    return new Rules(Map.of(Vital.HEART_RATE, heartRate.rules()));
  }

  private static int hundredths(BigDecimal value) {
    return value.movePointRight(2).intValueExact();
  }
}

package io.vigil.alert.topology;

import io.vigil.alert.rule.LifeCycle;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What happens to alarms that stay.
 *
 * @param escalateHighAfter how long one of high priority may wait for somebody to acknowledge it
 * @param escalateMediumAfter the same for medium priority
 * @param circles how many circles of people there are
 * @param reannounceAfter how long one that was acknowledged may stay before it is told again
 */
@Validated
@ConfigurationProperties("vigil.alert.life-cycle")
record LifeCycleProperties(
    @DefaultValue("60s") @NotNull @DurationMin(seconds = 1) Duration escalateHighAfter,
    @DefaultValue("3m") @NotNull @DurationMin(seconds = 1) Duration escalateMediumAfter,
    @DefaultValue("2") @Min(1) @Max(10) int circles,
    @DefaultValue("10m") @NotNull @DurationMin(seconds = 1) Duration reannounceAfter) {

  LifeCycle lifeCycle() {
    return new LifeCycle(
        escalateHighAfter.toMillis(),
        escalateMediumAfter.toMillis(),
        circles,
        reannounceAfter.toMillis());
  }
}

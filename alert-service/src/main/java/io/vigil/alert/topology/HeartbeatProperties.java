package io.vigil.alert.topology;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consumers learn that their alarms are watched for.
 *
 * @param heartbeatEvery how often each partition says so; whoever hears nothing for 30 s has to
 *     assume the worst
 */
@Validated
@ConfigurationProperties("vigil.alert")
record HeartbeatProperties(
    @DefaultValue("10s") @NotNull @DurationMin(seconds = 1) @DurationMax(seconds = 15)
        Duration heartbeatEvery) {}

package io.vigil.storage.hot;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the hot window.
 *
 * @param keepHighPriority how long readings of patients of high priority stay
 * @param keepOthers how long those of everybody else stay
 * @param writesInFlight how many appends may be under way at once
 * @param writeTimeout how long a batch of appends may take before the rest of it is given up
 */
@Validated
@ConfigurationProperties("vigil.hot")
public record HotProperties(
    @DefaultValue("7d") @DurationMin(minutes = 1) Duration keepHighPriority,
    @DefaultValue("1h") @DurationMin(minutes = 1) Duration keepOthers,
    @DefaultValue("256") @Min(1) int writesInFlight,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration writeTimeout) {}

package io.vigil.storage.reconcile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the comparison of the stores with the log.
 *
 * @param every how often what has become durable since the last time is compared
 * @param stretchReadings how many readings are compared, and in memory, at once
 * @param effort the share of one thread's time that it may take, in percent
 * @param answerWithin how long the history may take for an answer
 * @param retryAfter how long to wait after a store or Kafka has not answered
 */
@Validated
@ConfigurationProperties("vigil.reconcile")
public record ReconcileProperties(
    @DefaultValue("30m") @DurationMin(millis = 1) Duration every,
    @DefaultValue("200000") @Min(1) int stretchReadings,
    @DefaultValue("20") @Min(1) @Max(100) int effort,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration answerWithin,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration retryAfter) {}

package io.vigil.ingest.log;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the way into the log; the producer's own are {@code spring.kafka.producer}.
 *
 * @param partitions of the topics keyed by patient, where they have to be created
 * @param replicas of topics that have to be created
 * @param requestsInFlight how many requests may wait for their acknowledgement at once
 * @param watermarkEvery how often each partition is told how far ingest has got
 * @param silentAfter without an acknowledgement for this long, the log counts as away
 * @param closeWithin how long the producer may take to deliver the rest when the service stops
 */
@Validated
@ConfigurationProperties("vigil.log")
public record LogProperties(
    @DefaultValue("4") @Min(1) int partitions,
    @DefaultValue("1") @Min(1) short replicas,
    @DefaultValue("10000") @Min(1) int requestsInFlight,
    @DefaultValue("250ms") @DurationMin(millis = 1) Duration watermarkEvery,
    @DefaultValue("3s") @DurationMin(millis = 1) Duration silentAfter,
    @DefaultValue("5s") @DurationMin(millis = 0) Duration closeWithin) {}

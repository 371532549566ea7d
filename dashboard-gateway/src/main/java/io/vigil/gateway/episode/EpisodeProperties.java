package io.vigil.gateway.episode;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the past is kept in memory, and how long one waits for the present.
 *
 * @param keptFor how long an episode is kept that is over
 * @param maxOfPatient how many of a patient's episodes that are over are kept at most
 * @param confirmedWithin how long an acknowledgement waits for alert-service to confirm it
 * @param maxAcknowledging acknowledgements that wait at once
 */
@Validated
@ConfigurationProperties("vigil.episodes")
record EpisodeProperties(
    @DefaultValue("7d") Duration keptFor,
    @DefaultValue("5000") @Min(1) int maxOfPatient,
    @DefaultValue("5s") Duration confirmedWithin,
    @DefaultValue("64") @Min(1) int maxAcknowledging) {}

package io.vigil.storage.history;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the history.
 *
 * @param keyspace created where it does not exist
 * @param datacenter in which the replicas are; the driver's local one
 * @param replicas of a keyspace that has to be created; one that exists is left as it is
 * @param keepFor how long fragments live
 * @param appendsInFlight how many appends may be under way at once
 * @param schemaTimeout how long a statement may take that creates keyspace or table
 * @param connectAgainAfter how long to wait after a failure to prepare the database
 */
@Validated
@ConfigurationProperties("vigil.history")
public record HistoryProperties(
    @DefaultValue("vigil") @Pattern(regexp = "[a-z][a-z0-9_]{0,47}") String keyspace,
    @DefaultValue("datacenter1") @Pattern(regexp = "[A-Za-z0-9_.-]+") String datacenter,
    @DefaultValue("1") @Min(1) int replicas,
    @DefaultValue("730d") @DurationMin(hours = 1) Duration keepFor,
    @DefaultValue("128") @Min(1) int appendsInFlight,
    @DefaultValue("20s") @DurationMin(millis = 1) Duration schemaTimeout,
    @DefaultValue("2s") @DurationMin(millis = 1) Duration connectAgainAfter) {}

package io.vigil.alert.stream;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Kafka Streams runs.
 *
 * @param applicationId the same for all instances that share the work
 * @param stateDirectory what an instance keeps on disk
 * @param threads each takes a share of the partitions
 * @param standbys copies of the state that other instances keep, ready to take over
 * @param commitEvery at the latest; an alarm is committed at once
 * @param sessionTimeout after which an instance that is not heard is given up
 * @param transactionTimeout after which what a dead instance left open is given up
 * @param lookEvery how often to look whether Streams has to be started anew
 */
@Validated
@ConfigurationProperties("vigil.alert.stream")
record StreamProperties(
    @DefaultValue("vigil-alert-service") @NotBlank String applicationId,
    @DefaultValue(".vigil/alert-service") @NotNull Path stateDirectory,
    @DefaultValue("2") @Min(1) int threads,
    @DefaultValue("1") @Min(0) int standbys,
    @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 1) Duration commitEvery,
    @DefaultValue("3s") @DurationMin(seconds = 1) @DurationMax(seconds = 6) Duration sessionTimeout,
    @DefaultValue("4s") @DurationMin(seconds = 2) @DurationMax(seconds = 5)
        Duration transactionTimeout,
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration lookEvery) {}

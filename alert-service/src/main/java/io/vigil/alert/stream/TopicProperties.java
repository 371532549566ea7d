package io.vigil.alert.stream;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created where they do not exist.
 *
 * @param partitions of the topics that are keyed by patient
 * @param replicas of every topic, those of the state included
 */
@Validated
@ConfigurationProperties("vigil.topics")
record TopicProperties(
    @DefaultValue("4") @Min(1) int partitions, @DefaultValue("1") @Min(1) short replicas) {}

package io.vigil.gateway.topic;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created.
 *
 * @param partitions of the topics that are keyed by patient; the same in every service
 * @param replication copies of each partition
 */
@Validated
@ConfigurationProperties("vigil.topics")
record TopicProperties(
    @DefaultValue("4") @Min(1) int partitions, @DefaultValue("1") @Min(1) short replication) {}

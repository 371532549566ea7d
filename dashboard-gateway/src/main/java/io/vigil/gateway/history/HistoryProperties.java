package io.vigil.gateway.history;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the past is and how much of it may be asked for at once.
 *
 * @param hazelcastMembers addresses of the members that hold the hot window
 * @param hazelcastCluster name of their cluster
 * @param cassandraContactPoints addresses of nodes that hold the history
 * @param cassandraDatacenter the data centre that is asked
 * @param keyspace where the history's tables are
 * @param answerWithin how long either may take; then the other answers alone
 * @param maxRange the longest time between {@code from} and {@code to}
 * @param maxPoints the largest {@code points}
 * @param maxAtOnce questions that are worked on at once
 * @param maxAtOncePerPerson how many of them may be one person's
 */
@Validated
@ConfigurationProperties("vigil.history")
record HistoryProperties(
    @NotEmpty @DefaultValue("127.0.0.1:5701") List<String> hazelcastMembers,
    @DefaultValue("vigil") String hazelcastCluster,
    @NotEmpty @DefaultValue("127.0.0.1:9042") List<String> cassandraContactPoints,
    @DefaultValue("datacenter1") String cassandraDatacenter,
    @DefaultValue("vigil") String keyspace,
    @DefaultValue("3s") Duration answerWithin,
    @DefaultValue("8d") Duration maxRange,
    @DefaultValue("20000") @Min(2) int maxPoints,
    @DefaultValue("16") @Min(1) int maxAtOnce,
    @DefaultValue("8") @Min(1) int maxAtOncePerPerson) {}

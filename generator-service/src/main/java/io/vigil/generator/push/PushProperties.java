package io.vigil.generator.push;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How readings are pushed.
 *
 * @param ingest where ingest's API is
 * @param requestsAtOnce bounds the requests under way, and so the connections
 * @param backlog readings that a device keeps while ingest does not take them
 * @param batch readings of a backlog that go into one request
 * @param answerWithin how long ingest may take to answer
 * @param firstRetry how long to wait after a first failure, where ingest does not say it
 * @param longestRetry how long to wait at most, where ingest does not say it
 * @param tokenSettlesWithin how long a token may be refused before the device asks for another one
 */
@Validated
@ConfigurationProperties("vigil.push")
record PushProperties(
    @NotNull URI ingest,
    @Positive int requestsAtOnce,
    @Positive int backlog,
    @Positive int batch,
    @DurationMin(millis = 1) Duration answerWithin,
    @DurationMin(millis = 1) Duration firstRetry,
    @DurationMin(millis = 1) Duration longestRetry,
    @DurationMin(millis = 0) Duration tokenSettlesWithin) {}

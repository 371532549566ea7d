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
 * @param backlog readings that a device keeps for each patient while ingest does not take them
 * @param backlogTogether readings that all devices together keep
 * @param batch readings of a patient that go into one request
 * @param presentFor the age from which on a reading is backlog and gives way to younger ones
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
    @Positive int backlogTogether,
    @Positive int batch,
    @DurationMin(seconds = 1) Duration presentFor,
    @DurationMin(millis = 1) Duration answerWithin,
    @DurationMin(millis = 1) Duration firstRetry,
    @DurationMin(millis = 1) Duration longestRetry,
    @DurationMin(millis = 0) Duration tokenSettlesWithin) {
  private static final int LARGEST_BATCH = 5_000;

  /** How many readings a device for so many of all patients may keep. */
  int capacity(int patients, int allPatients) {
    long wanted = (long) backlog * patients;
    long fair = (long) backlogTogether * patients / Math.max(1, allPatients);
    return (int) Math.max(1, Math.min(wanted, fair));
  }

  /** How many readings a device for so many patients sends in one request. */
  int batchFor(int patients) {
    return (int) Math.min((long) batch * patients, Math.max(batch, LARGEST_BATCH));
  }
}

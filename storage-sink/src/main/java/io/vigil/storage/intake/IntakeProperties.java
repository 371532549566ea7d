package io.vigil.storage.intake;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the loop that takes readings from the log.
 *
 * @param flushEvery how long readings are gathered before they go into the history
 * @param flushReadings how many readings are gathered at most before they go there
 * @param holdReadings how many readings that are not in the history yet may be in memory before the
 *     loop takes no more from the log
 * @param retryAfter how long to wait after the history has not taken a flush, and after Kafka has
 *     failed
 * @param handOverWithin how long a flush may take when partitions are to be handed over, or the
 *     service stops; after it the next owner replays
 */
@Validated
@ConfigurationProperties("vigil.intake")
public record IntakeProperties(
    @DefaultValue("10s") @DurationMin(millis = 1) Duration flushEvery,
    @DefaultValue("200000") @Min(1) int flushReadings,
    @DefaultValue("1000000") @Min(1) int holdReadings,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration retryAfter,
    @DefaultValue("3s") @DurationMin(millis = 1) Duration handOverWithin) {

  /** Otherwise the loop would stop before it flushes. */
  @AssertTrue(message = "hold-readings has to be at least flush-readings")
  public boolean isRoomForAFlush() {
    return holdReadings >= flushReadings;
  }
}

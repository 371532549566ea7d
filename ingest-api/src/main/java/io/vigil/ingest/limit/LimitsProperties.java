package io.vigil.ingest.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the limits; rates are per second.
 *
 * @param deviceRequests requests of one device, whatever is in them
 * @param deviceReadings present readings of one device
 * @param deviceBacklog backlog of one device
 * @param instanceReadings present readings of all devices together
 * @param instanceBacklog backlog of all devices together
 * @param burst how long a device or instance that was silent may go at any pace: a bucket holds
 *     what its rate gives in this time
 * @param backlogAfter a reading that is older is backlog, a younger one is present
 * @param loopDelay when an event loop needs longer than this to come round, it sheds
 * @param logDelay when even the quickest acknowledgement takes longer than this, requests are shed
 * @param shedAbove no delay sheds a request before so many are waited for: a machine that is merely
 *     slow, or stood still for a moment, is not overloaded
 */
@Validated
@ConfigurationProperties("vigil.limits")
public record LimitsProperties(
    @DefaultValue("10000") @Min(1) long deviceRequests,
    @DefaultValue("50000") @Min(1) long deviceReadings,
    @DefaultValue("25000") @Min(1) long deviceBacklog,
    @DefaultValue("200000") @Min(1) long instanceReadings,
    @DefaultValue("50000") @Min(1) long instanceBacklog,
    @DefaultValue("4s") @DurationMin(millis = 100) Duration burst,
    @DefaultValue("15s") @DurationMin(millis = 0) Duration backlogAfter,
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration loopDelay,
    @DefaultValue("750ms") @DurationMin(millis = 1) Duration logDelay,
    @DefaultValue("256") @Min(0) int shedAbove) {}

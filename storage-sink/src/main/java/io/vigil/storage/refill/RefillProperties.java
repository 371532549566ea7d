package io.vigil.storage.refill;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the refill.
 *
 * @param reach how far back it goes; nothing is refilled where it is zero
 * @param retryAfter how long to wait while registry or history are not there
 */
@Validated
@ConfigurationProperties("vigil.refill")
record RefillProperties(
    @DefaultValue("1h") @DurationMin Duration reach,
    @DefaultValue("2s") @DurationMin(millis = 1) Duration retryAfter) {}

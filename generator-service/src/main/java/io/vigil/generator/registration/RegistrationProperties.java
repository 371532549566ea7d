package io.vigil.generator.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the devices are registered.
 *
 * @param gateway where the gateway's API is
 * @param credentials the file with the administrator's password
 * @param devices the file in which the devices' tokens are kept
 * @param grantTo the doctor who may see every simulated patient
 * @param answerWithin how long the gateway may take to answer
 * @param firstRetry how long to wait after a first failure
 * @param longestRetry how long to wait at most
 */
@Validated
@ConfigurationProperties("vigil.registration")
record RegistrationProperties(
    @NotNull URI gateway,
    @NotNull Path credentials,
    @NotNull Path devices,
    @NotBlank String grantTo,
    @DurationMin(millis = 1) Duration answerWithin,
    @DurationMin(millis = 1) Duration firstRetry,
    @DurationMin(millis = 1) Duration longestRetry) {}

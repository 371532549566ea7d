package io.vigil.generator.ward;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who is simulated.
 *
 * @param patients how many
 * @param patientsPerDevice 1 for a monitor beside each bed, more for ward gateways
 * @param seed makes other hearts of the same people; the same seed gives the same hearts
 */
@Validated
@ConfigurationProperties("vigil.ward")
public record WardProperties(
    @PositiveOrZero @Max(100_000) int patients,
    @Positive @Max(1_000) int patientsPerDevice,
    long seed) {}

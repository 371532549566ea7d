package io.vigil.generator.scenario;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what may be made to happen.
 *
 * @param longest no scenario may be longer
 */
@Validated
@ConfigurationProperties("vigil.scenario")
record ScenarioProperties(@DurationMin(seconds = 1) Duration longest) {}

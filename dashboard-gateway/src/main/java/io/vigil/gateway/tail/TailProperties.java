package io.vigil.gateway.tail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is followed.
 *
 * @param readingsFrom how far back readings are read at the start, so that the newest values are
 *     known
 */
@Validated
@ConfigurationProperties("vigil.tail")
record TailProperties(@DefaultValue("10m") Duration readingsFrom) {}

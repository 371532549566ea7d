package io.vigil.generator.store;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How readings and outcomes are kept on disk.
 *
 * @param folder where queue and ledger lie
 * @param fsyncEvery how often both are forced to the disk; a loss of power takes no more
 * @param ledgerKeptFor for how long outcomes are kept
 * @param ledgerSize of all outcomes together
 */
@Validated
@ConfigurationProperties("vigil.store")
record StoreProperties(
    @NotNull Path folder,
    @DurationMin(millis = 1) Duration fsyncEvery,
    @DurationMin(hours = 1) Duration ledgerKeptFor,
    @NotNull DataSize ledgerSize) {}

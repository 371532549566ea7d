package io.vigil.generator.replay;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is replayed from the start, and bounds of what may be.
 *
 * @param file a recording that is replayed at each start; empty for none
 * @param align what of it becomes now
 * @param size of one recording as CSV
 * @param rows of one recording
 * @param patients of one recording
 * @param atOnce how many replays may be going on
 */
@Validated
@ConfigurationProperties("vigil.replay")
record ReplayProperties(
    @NotNull String file,
    @NotNull ReplayAlignment align,
    @NotNull DataSize size,
    @Positive int rows,
    @Positive int patients,
    @Positive int atOnce) {}

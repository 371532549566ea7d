package io.vigil.bench.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reading as it is pushed. */
record StockReading(
    @NotBlank String patient,
    @NotBlank String vital,
    @NotNull Instant time,
    @NotNull BigDecimal value,
    @PositiveOrZero @Nullable Long seq) {}

package io.vigil.alert.backtest;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of back-tests.
 *
 * @param maxBytes of one question
 * @param maxReadings of one question, all vitals together
 * @param maxAtOnce that run at once: they may not take the processor from the present
 */
@Validated
@ConfigurationProperties("vigil.alert.backtest")
record BacktestProperties(
    @DefaultValue("8000000") @Min(1) int maxBytes,
    @DefaultValue("1000000") @Min(1) int maxReadings,
    @DefaultValue("2") @Min(1) int maxAtOnce) {}

package io.vigil.gateway.limits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where limits are tried, and how much at once.
 *
 * @param alertServiceUrl the service port of an alert-service, whose rules are run
 * @param answerWithin how long it may take
 * @param hoursUnlessAsked how far back, where nobody says
 * @param maxHours how far back at most
 * @param maxAtOnce back-tests that are worked on at once
 */
@Validated
@ConfigurationProperties("vigil.backtest")
record BacktestProperties(
    @DefaultValue("http://127.0.0.1:8082") URI alertServiceUrl,
    @DefaultValue("5s") Duration answerWithin,
    @DefaultValue("24") @Min(1) int hoursUnlessAsked,
    @DefaultValue("168") @Min(1) @Max(1_000) int maxHours,
    @DefaultValue("4") @Min(1) int maxAtOnce) {}

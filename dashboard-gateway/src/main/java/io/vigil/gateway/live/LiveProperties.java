package io.vigil.gateway.live;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds and rhythms of the live stream.
 *
 * @param tick how often readings are handed out
 * @param heartbeat how often each session is told how far the pipeline has got
 * @param helloWithin how long a program may take to say who it is
 * @param silentFor a client that has not been heard for this long is gone
 * @param stuckFor a client that has taken nothing for this long is closed
 * @param maxSessions sessions at once
 * @param maxWaitingReadings readings that wait for one client before they are conflated
 * @param maxWaitingFrames other frames that wait for one client before it is closed
 * @param maxRecentReadings readings that are kept for sessions that come back
 * @param maxRecentAlerts alerts that are kept for them
 * @param maxResumedReadings readings that one of them is told; of others a gap tells
 * @param maxMessages messages that one client may send in ten seconds
 */
@Validated
@ConfigurationProperties("vigil.live")
record LiveProperties(
    @DefaultValue("20ms") Duration tick,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("5s") Duration helloWithin,
    @DefaultValue("20s") Duration silentFor,
    @DefaultValue("30s") Duration stuckFor,
    @DefaultValue("5000") @Min(1) int maxSessions,
    @DefaultValue("2000") @Min(1) @Max(100_000) int maxWaitingReadings,
    @DefaultValue("5000") @Min(1) int maxWaitingFrames,
    @DefaultValue("500000") @Min(1) int maxRecentReadings,
    @DefaultValue("10000") @Min(1) int maxRecentAlerts,
    @DefaultValue("10000") @Min(1) int maxResumedReadings,
    @DefaultValue("200") @Min(1) int maxMessages) {}

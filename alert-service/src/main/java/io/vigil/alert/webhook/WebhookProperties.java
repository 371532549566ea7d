package io.vigil.alert.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are sent by webhook.
 *
 * @param tokenSecretFile the secret with which the gateway signs tokens
 * @param admins who may subscribe targets
 * @param groupPrefix of the consumer groups, one for each subscription
 * @param allowedNetworks networks that are not public and may be dialled all the same
 * @param plainHttp whether a target may be reached without TLS
 * @param subscriptions how many there may be
 * @param waiting how many events of a subscription are held in memory; the rest waits in the log
 * @param atOnce how many events of a subscription may be on their way
 * @param timeout how long one attempt may take
 * @param firstRetry how long after the first failure it is tried again
 * @param longestRetry the longest time between two attempts
 * @param parkAfter how old an event may become before it is put aside
 * @param heartbeatEvery how often those who ask for it are told that Vigil lives
 */
@Validated
@ConfigurationProperties("vigil.alert.webhook")
record WebhookProperties(
    @DefaultValue(".vigil/token-secret") @NotNull Path tokenSecretFile,
    @DefaultValue("admin") @NotNull Set<String> admins,
    @DefaultValue("vigil-webhook-") @NotBlank String groupPrefix,
    @DefaultValue @NotNull List<String> allowedNetworks,
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("32") @Min(1) @Max(256) int subscriptions,
    @DefaultValue("500") @Min(1) @Max(10_000) int waiting,
    @DefaultValue("4") @Min(1) @Max(16) int atOnce,
    @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(seconds = 60) Duration timeout,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration firstRetry,
    @DefaultValue("60s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration longestRetry,
    @DefaultValue("1d") @DurationMin(millis = 1) Duration parkAfter,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration heartbeatEvery) {

  /** Refuses what is no network at the start, not at the first event. */
  WebhookProperties {
    allowedNetworks.forEach(Network::of);
  }

  List<Network> networks() {
    return allowedNetworks.stream().map(Network::of).toList();
  }
}

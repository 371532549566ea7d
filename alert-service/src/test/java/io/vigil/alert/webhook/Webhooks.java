package io.vigil.alert.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Settings for tests. */
final class Webhooks {
  static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"));

  private Webhooks() {}

  static WebhookProperties properties(Duration timeout) {
    return properties(timeout, Duration.ofDays(1));
  }

  static WebhookProperties properties(Duration timeout, Duration parkAfter) {
    return new WebhookProperties(
        Path.of("token-secret"),
        Set.of("admin"),
        "vigil-webhook-",
        List.of("127.0.0.0/8"),
        true,
        8,
        20,
        4,
        timeout,
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        parkAfter,
        Duration.ofMillis(100));
  }
}

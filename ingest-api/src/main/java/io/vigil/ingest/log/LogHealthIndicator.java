package io.vigil.ingest.log;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the log acknowledges what is written to it; reads two numbers and asks nobody. */
final class LogHealthIndicator implements HealthIndicator {
  private final Watermarks watermarks;
  private final Duration silentAfter;

  LogHealthIndicator(Watermarks watermarks, Duration silentAfter) {
    this.watermarks = watermarks;
    this.silentAfter = silentAfter;
  }

  @Override
  public Health health() {
    Duration since = watermarks.sinceAcknowledged();
    Health.Builder health = since.compareTo(silentAfter) <= 0 ? Health.up() : Health.down();
    return health.withDetail("lastAcknowledgementMs", since.toMillis()).build();
  }
}

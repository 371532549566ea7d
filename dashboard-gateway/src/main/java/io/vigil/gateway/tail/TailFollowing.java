package io.vigil.gateway.tail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Starts and stops following the log with the service, and tells whether it has caught up. */
final class TailFollowing implements SmartLifecycle, HealthIndicator {
  private final LogTail tail;
  private final Tail progress;
  private final boolean autoStartup;
  private volatile boolean running;

  TailFollowing(LogTail tail, Tail progress, boolean autoStartup) {
    this.tail = tail;
    this.progress = progress;
    this.autoStartup = autoStartup;
  }

  @Override
  public Health health() {
    return (progress.isCaughtUp() ? Health.up() : Health.outOfService())
        .withDetail("watermark", progress.watermarkMs())
        .build();
  }

  @Override
  public void start() {
    running = true;
    tail.start();
  }

  @Override
  public void stop() {
    running = false;
    tail.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isAutoStartup() {
    return autoStartup;
  }
}

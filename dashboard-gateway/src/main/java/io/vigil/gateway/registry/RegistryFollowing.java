package io.vigil.gateway.registry;

import io.vigil.schema.registry.RegistryFollower;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the follower with the service, and tells whether it has caught up. */
final class RegistryFollowing implements SmartLifecycle, HealthIndicator {
  private final RegistryFollower follower;
  private final boolean autoStartup;
  private volatile boolean running;

  RegistryFollowing(RegistryFollower follower, boolean autoStartup) {
    this.follower = follower;
    this.autoStartup = autoStartup;
  }

  @Override
  public Health health() {
    return (follower.isCaughtUp() ? Health.up() : Health.outOfService()).build();
  }

  /** Before the web server starts and after it has stopped, since changes wait for the follower. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    follower.start();
  }

  @Override
  public void stop() {
    running = false;
    follower.close();
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

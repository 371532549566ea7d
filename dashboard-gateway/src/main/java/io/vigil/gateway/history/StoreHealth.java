package io.vigil.gateway.history;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells whether a store is there; one that is away degrades the gateway and no more. */
final class StoreHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED", "answers are partial");

  private final BlockStore store;

  StoreHealth(BlockStore store) {
    this.store = store;
  }

  @Override
  public Health health() {
    return Health.status(store.isThere() ? Status.UP : DEGRADED).build();
  }
}

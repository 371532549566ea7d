package io.vigil.storage.hot;

import com.hazelcast.core.HazelcastInstance;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while this member is part of its cluster. */
final class HazelcastHealthIndicator implements HealthIndicator {
  private final HazelcastInstance hazelcast;

  HazelcastHealthIndicator(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  @Override
  public Health health() {
    if (!hazelcast.getLifecycleService().isRunning()) {
      return Health.down().withDetail("member", "not running").build();
    }
    return Health.up().withDetail("members", hazelcast.getCluster().getMembers().size()).build();
  }
}

package io.vigil.storage.history;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while a node of the database is. */
final class CassandraHealthIndicator implements HealthIndicator {
  private final CassandraConnection connection;

  CassandraHealthIndicator(CassandraConnection connection) {
    this.connection = connection;
  }

  @Override
  public Health health() {
    if (connection.statements().isEmpty()) {
      return Health.down().withDetail("history", "not reached yet").build();
    }
    return connection.isUp()
        ? Health.up().build()
        : Health.down().withDetail("history", "no node is up").build();
  }
}

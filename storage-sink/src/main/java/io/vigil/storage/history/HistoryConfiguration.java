package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import io.vigil.schema.block.BlockCodec;
import java.time.Duration;
import org.springframework.boot.cassandra.autoconfigure.DriverConfigLoaderBuilderCustomizer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the history in Cassandra, by the session builder that Spring Boot sets up. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  private static final Duration RECONNECT_FIRST_AFTER = Duration.ofMillis(500);
  private static final Duration RECONNECT_AT_LEAST_EVERY = Duration.ofSeconds(3);

  /** A database that is away is waited for, and missed within seconds, not within a minute. */
  @Bean
  DriverConfigLoaderBuilderCustomizer waitForTheDatabase() {
    return driver ->
        driver
            .withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, true)
            .withBoolean(DefaultDriverOption.RESOLVE_CONTACT_POINTS, false)
            .withBoolean(DefaultDriverOption.NETTY_DAEMON, true)
            .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, RECONNECT_FIRST_AFTER)
            .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, RECONNECT_AT_LEAST_EVERY);
  }

  @Bean(initMethod = "start")
  CassandraConnection cassandraConnection(CqlSessionBuilder builder, HistoryProperties properties) {
    return new CassandraConnection(builder::buildAsync, properties, new BlockCodec());
  }

  @Bean
  Fragments fragments(CassandraConnection connection) {
    return new CassandraFragments(connection);
  }

  @Bean
  FragmentWriter fragmentWriter(Fragments fragments, HistoryProperties properties) {
    return new FragmentWriter(fragments, properties.appendsInFlight());
  }

  @Bean
  HealthIndicator cassandraHealthIndicator(CassandraConnection connection) {
    return new CassandraHealthIndicator(connection);
  }
}

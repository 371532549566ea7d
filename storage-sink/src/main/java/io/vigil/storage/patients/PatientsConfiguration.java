package io.vigil.storage.patients;

import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.storage.hot.HotProperties;
import io.vigil.storage.hot.Retention;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the registry. */
@Configuration(proxyBeanMethods = false)
class PatientsConfiguration {
  @Bean
  Registry registry() {
    return new Registry();
  }

  @Bean(initMethod = "start")
  RegistryFollower registryFollower(Registry registry, KafkaProperties kafka) {
    return new RegistryFollower(
        registry, kafka.buildConsumerProperties(), key -> {}, "storage-sink");
  }

  @Bean
  Retention retention(Registry registry, HotProperties properties) {
    return new PriorityRetention(registry, properties);
  }

  @Bean
  HealthIndicator registryHealthIndicator(RegistryFollower follower) {
    return () -> follower.isCaughtUp() ? Health.up().build() : Health.down().build();
  }
}

package io.vigil.ingest.device;

import io.vigil.ingest.limit.Budgets;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the registry. */
@Configuration(proxyBeanMethods = false)
class DeviceConfiguration {
  @Bean
  Registry registry() {
    return new Registry();
  }

  @Bean(initMethod = "start")
  RegistryFollower registryFollower(Registry registry, KafkaProperties kafka, Budgets budgets) {
    return new RegistryFollower(
        registry,
        kafka.buildConsumerProperties(),
        new BudgetsOfDevices(registry, budgets),
        "ingest-api");
  }

  @Bean
  Devices devices(Registry registry, RegistryFollower follower) {
    return new Devices(registry, follower::isCaughtUp);
  }

  @Bean
  HealthIndicator registryHealthIndicator(Devices devices) {
    return () -> devices.areKnown() ? Health.up().build() : Health.down().build();
  }
}

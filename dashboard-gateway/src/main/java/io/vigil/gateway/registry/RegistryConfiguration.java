package io.vigil.gateway.registry;

import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.schema.registry.RegistryListener;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the view of the registry, what follows the topic, and what writes it. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
  @Bean
  Registry registry() {
    return new Registry();
  }

  @Bean(destroyMethod = "")
  RegistryFollower registryFollower(
      Registry registry, KafkaProperties kafka, ObjectProvider<RegistryListener> listeners) {
    List<RegistryListener> all = listeners.stream().toList();
    return new RegistryFollower(
        registry,
        kafka.buildConsumerProperties(),
        key -> all.forEach(listener -> listener.changed(key)),
        "dashboard-gateway");
  }

  @Bean
  RegistryFollowing registryFollowing(RegistryFollower follower, KafkaProperties kafka) {
    return new RegistryFollowing(follower, kafka.getListener().isAutoStartup());
  }

  @Bean
  RegistryLog registryLog(KafkaTemplate<String, byte[]> kafka, RegistryFollower follower) {
    return new KafkaRegistryLog(kafka, follower);
  }
}

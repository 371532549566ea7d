package io.vigil.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.alert.rule.Rules;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the topology and what it knows of the patients. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {
  @Bean
  Registry registry() {
    return new Registry();
  }

  @Bean
  Census census(Registry registry) {
    return new Census(registry);
  }

  @Bean(initMethod = "start")
  RegistryFollower registryFollower(Registry registry, Census census, KafkaProperties kafka) {
    return new RegistryFollower(registry, kafka.buildConsumerProperties(), census, "alert-service");
  }

  @Bean
  HealthIndicator registryHealthIndicator(RegistryFollower follower) {
    return () -> follower.isCaughtUp() ? Health.up().build() : Health.down().build();
  }

  /** The rules once more, for those who ask what would have been. */
  @Bean
  Rules rulesOfThePast(RuleProperties properties) {
    return properties.rules();
  }

  @Bean
  AlarmSettings alarmSettings(
      RuleProperties properties, LifeCycleProperties lifeCycles, HeartbeatProperties heartbeats) {
    return new AlarmSettings(
        properties.rules(), lifeCycles.lifeCycle(), heartbeats.heartbeatEvery());
  }

  @Bean
  AlertMetrics alertMetrics(MeterRegistry meters, InstantSource clock) {
    return new AlertMetrics(meters, clock);
  }

  /** A new topology each time, for Streams changes the one that it is given. */
  @Bean
  Supplier<Topology> topologies(
      AlarmSettings settings, Census census, AlertMetrics metrics, List<TopologyPart> parts) {
    return () -> {
      Topology topology = AlarmTopology.of(settings, census, metrics);
      parts.forEach(part -> part.addTo(topology));
      return topology;
    };
  }
}

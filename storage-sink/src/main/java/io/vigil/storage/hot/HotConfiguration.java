package io.vigil.storage.hot;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hosts the Hazelcast member and the hot window on it. */
@Configuration(proxyBeanMethods = false)
class HotConfiguration {
  @Bean(destroyMethod = "shutdown")
  HazelcastInstance hazelcast(HazelcastProperties properties) {
    return Hazelcast.newHazelcastInstance(MemberConfig.of(properties));
  }

  @Bean
  HotBlocks hotBlocks(
      HazelcastInstance hazelcast,
      Retention retention,
      InstantSource clock,
      HotProperties properties,
      MeterRegistry registry) {
    HotMetrics.showShare(hazelcast, registry);
    return new HazelcastHotBlocks(
        hazelcast, retention, clock, properties, new HotMetrics(registry));
  }

  @Bean
  HealthIndicator hazelcastHealthIndicator(HazelcastInstance hazelcast) {
    return new HazelcastHealthIndicator(hazelcast);
  }
}

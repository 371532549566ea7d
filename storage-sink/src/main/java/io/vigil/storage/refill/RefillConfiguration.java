package io.vigil.storage.refill;

import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.hot.HotBlocks;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the refill. */
@Configuration(proxyBeanMethods = false)
class RefillConfiguration {
  @Bean
  RefillThread refillThread(
      Registry registry,
      RegistryFollower follower,
      Fragments history,
      HotBlocks hot,
      RefillProperties properties,
      InstantSource clock) {
    return new RefillThread(new Refill(registry, history, hot), hot, follower, properties, clock);
  }
}

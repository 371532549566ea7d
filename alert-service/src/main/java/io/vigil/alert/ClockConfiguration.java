package io.vigil.alert;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edge at which the wall clock is read. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}

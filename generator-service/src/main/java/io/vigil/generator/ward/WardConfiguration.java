package io.vigil.generator.ward;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the ward that the settings ask for. */
@Configuration(proxyBeanMethods = false)
class WardConfiguration {
  @Bean
  Ward ward(WardProperties properties) {
    return Ward.of(properties.patients(), properties.patientsPerDevice());
  }
}

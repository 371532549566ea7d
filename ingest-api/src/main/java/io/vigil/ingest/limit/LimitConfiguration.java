package io.vigil.ingest.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the budgets. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
  @Bean
  Budgets budgets(LimitsProperties limits) {
    return new Budgets(limits);
  }

  @Bean
  StandingDelay logDelay(LimitsProperties limits) {
    return new StandingDelay(limits.logDelay());
  }
}

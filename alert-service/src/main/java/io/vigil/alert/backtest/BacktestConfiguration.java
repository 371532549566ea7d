package io.vigil.alert.backtest;

import io.vigil.alert.rule.Rules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires back-tests with rules of their own, so that what is tried is not shared with the present.
 */
@Configuration(proxyBeanMethods = false)
class BacktestConfiguration {
  @Bean
  Backtest backtest(Rules rules) {
    return new Backtest(rules);
  }
}

package io.vigil.ingest.metric;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the counters. */
@Configuration(proxyBeanMethods = false)
class MetricConfiguration {
  @Bean
  ReadingCounters readingCounters(MeterRegistry meters) {
    return new ReadingCounters(meters);
  }

  @Bean
  RequestTimers requestTimers(MeterRegistry meters) {
    return new RequestTimers(meters);
  }
}

package io.vigil.ingest;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The ingest service. What Spring Boot serves here is health and metrics; the readings come in by
 * the small server in {@code http}.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IngestApplication {
  public static void main(String[] args) {
    SpringApplication.run(IngestApplication.class, args);
  }

  /** The edge at which the wall clock is read. */
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}

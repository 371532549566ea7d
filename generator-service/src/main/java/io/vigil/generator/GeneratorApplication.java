package io.vigil.generator;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the simulated devices. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GeneratorApplication {

  /** The wall clock, read at the edge alone. */
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  public static void main(String[] args) {
    SpringApplication.run(GeneratorApplication.class, args);
  }
}

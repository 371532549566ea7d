package io.vigil.alert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertService {
  public static void main(String[] args) {
    SpringApplication.run(AlertService.class, args);
  }
}

package io.vigil.storage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.cassandra.autoconfigure.health.CassandraHealthContributorAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the service. Spring Boot's own health of Cassandra is left out, for it would open a
 * session while the context starts; here it is opened in the background, so that a database that is
 * away delays nothing.
 */
@SpringBootApplication(exclude = CassandraHealthContributorAutoConfiguration.class)
@ConfigurationPropertiesScan
public class StorageSink {
  public static void main(String[] args) {
    SpringApplication.run(StorageSink.class, args);
  }
}

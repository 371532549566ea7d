package io.vigil.storage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.cassandra.autoconfigure.health.CassandraHealthContributorAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.cassandra.autoconfigure.DataCassandraAutoConfiguration;

/**
 * Starts the service. What would open a Cassandra session while the context starts is left out: the
 * session is opened in the background, so that a database that is away delays nothing.
 */
@SpringBootApplication(
    exclude = {
      DataCassandraAutoConfiguration.class,
      CassandraHealthContributorAutoConfiguration.class
    })
@ConfigurationPropertiesScan
public class StorageSink {
  public static void main(String[] args) {
    SpringApplication.run(StorageSink.class, args);
  }
}

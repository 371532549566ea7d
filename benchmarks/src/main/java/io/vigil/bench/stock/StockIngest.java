package io.vigil.bench.stock;

import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryFollower;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** The stock peer of ingest. */
@SpringBootApplication(proxyBeanMethods = false)
public class StockIngest {
  /** The topic that it writes to. */
  public static final String READINGS = "stock.readings";

  private static final Duration DEVICES_KNOWN_WITHIN = Duration.ofSeconds(60);

  /** Runs until its process is ended; takes the brokers and the port. */
  public static void main(List<String> arguments) {
    new SpringApplicationBuilder(StockIngest.class)
        .properties(
            Map.of(
                "spring.kafka.bootstrap-servers",
                arguments.get(0),
                "spring.kafka.producer.value-serializer",
                ByteArraySerializer.class.getName(),
                "server.address",
                "127.0.0.1",
                "server.port",
                arguments.get(1),
                // In its favour: by default a device would have to connect anew every 100 requests.
                "server.tomcat.max-keep-alive-requests",
                "-1"))
        .run();
  }

  /** The devices and patients, before a request may come. */
  @Bean
  Registry registry(KafkaProperties kafka) throws InterruptedException {
    Registry registry = new Registry();
    RegistryFollower follower =
        new RegistryFollower(
            registry, kafka.buildConsumerProperties(), changed -> {}, "stock-ingest");
    follower.start();
    if (!follower.awaitCaughtUp(DEVICES_KNOWN_WITHIN)) {
      throw new IllegalStateException("the registry could not be read");
    }
    return registry;
  }
}

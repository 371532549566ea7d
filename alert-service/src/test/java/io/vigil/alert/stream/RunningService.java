package io.vigil.alert.stream;

import io.vigil.alert.AlertService;
import io.vigil.schema.registry.Registry;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this process, on free ports. */
final class RunningService implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static RunningService start(String brokers, Path home) {
    return new RunningService(
        SpringApplication.run(
            AlertService.class,
            "--spring.kafka.bootstrap-servers=" + brokers,
            "--server.port=0",
            "--management.server.port=0",
            "--vigil.topics.partitions=2",
            // Nobody writes watermarks all the time here.
            "--vigil.alert.rules.pipeline-after=1h",
            "--vigil.alert.stream.state-directory=" + home));
  }

  Status health() {
    return context.getBean(StreamHealth.class).health().getStatus();
  }

  /** How many patients it knows of. */
  int admitted() {
    return context.getBean(Registry.class).patients().size();
  }

  /** Readings that the rules have taken in. */
  double judged() {
    return context
        .getBean(io.micrometer.core.instrument.MeterRegistry.class)
        .get("vigil.readings.forwarded")
        .counter()
        .count();
  }

  @Override
  public void close() {
    context.close();
  }
}

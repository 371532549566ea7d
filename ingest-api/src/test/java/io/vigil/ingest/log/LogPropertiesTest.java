package io.vigil.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LogPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Test
  void hasDefaults() {
    context.run(
        run ->
            assertThat(run.getBean(LogProperties.class))
                .isEqualTo(
                    new LogProperties(
                        4,
                        (short) 1,
                        10_000,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5))));
  }

  @Test
  void bindsEveryKey() {
    context
        .withPropertyValues(
            "vigil.log.partitions=12",
            "vigil.log.replicas=3",
            "vigil.log.requests-in-flight=7",
            "vigil.log.watermark-every=1s",
            "vigil.log.silent-after=4s",
            "vigil.log.close-within=6s")
        .run(
            run ->
                assertThat(run.getBean(LogProperties.class))
                    .isEqualTo(
                        new LogProperties(
                            12,
                            (short) 3,
                            7,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(6))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partitions=0",
        "replicas=0",
        "requests-in-flight=0",
        "watermark-every=0ms",
        "silent-after=0ms",
        "close-within=-1s"
      })
  void refusesWhatMakesNoSense(String setting) {
    context.withPropertyValues("vigil.log." + setting).run(run -> assertThat(run).hasFailed());
  }

  @EnableConfigurationProperties(LogProperties.class)
  static class Bound {}
}

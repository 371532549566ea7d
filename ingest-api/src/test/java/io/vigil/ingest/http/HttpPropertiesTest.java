package io.vigil.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class HttpPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Test
  void hasDefaults() {
    context.run(
        run ->
            assertThat(run.getBean(HttpProperties.class))
                .isEqualTo(
                    new HttpProperties(
                        "127.0.0.1",
                        8081,
                        2,
                        20_000,
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(64),
                        DataSize.ofKilobytes(8),
                        10_000,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(75),
                        Duration.ofSeconds(10))));
  }

  @Test
  void bindsEveryKey() {
    context
        .withPropertyValues(
            "vigil.http.bind=0.0.0.0",
            "vigil.http.port=1",
            "vigil.http.event-loops=3",
            "vigil.http.connections=4",
            "vigil.http.body=5B",
            "vigil.http.bodies-together=6B",
            "vigil.http.headers=7B",
            "vigil.http.readings=8",
            "vigil.http.request-within=9s",
            "vigil.http.idle-for=10s",
            "vigil.http.stop-within=11s")
        .run(
            run ->
                assertThat(run.getBean(HttpProperties.class))
                    .isEqualTo(
                        new HttpProperties(
                            "0.0.0.0",
                            1,
                            3,
                            4,
                            DataSize.ofBytes(5),
                            DataSize.ofBytes(6),
                            DataSize.ofBytes(7),
                            8,
                            Duration.ofSeconds(9),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(11))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bind=",
        "port=-1",
        "port=65536",
        "event-loops=0",
        "connections=0",
        "body=0B",
        "body=2GB",
        "bodies-together=0B",
        "headers=0B",
        "readings=0",
        "readings=1000001",
        "request-within=0ms",
        "idle-for=0ms",
        "stop-within=-1s"
      })
  void refusesWhatMakesNoSense(String setting) {
    context.withPropertyValues("vigil.http." + setting).run(run -> assertThat(run).hasFailed());
  }

  @EnableConfigurationProperties(HttpProperties.class)
  static class Bound {}
}

package io.vigil.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitsPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Test
  void hasDefaults() {
    context.run(
        run ->
            assertThat(run.getBean(LimitsProperties.class))
                .isEqualTo(
                    new LimitsProperties(
                        10_000,
                        50_000,
                        25_000,
                        200_000,
                        50_000,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(500),
                        Duration.ofMillis(750),
                        256)));
  }

  @Test
  void bindsEveryKey() {
    context
        .withPropertyValues(
            "vigil.limits.device-requests=1",
            "vigil.limits.device-readings=2",
            "vigil.limits.device-backlog=3",
            "vigil.limits.instance-readings=4",
            "vigil.limits.instance-backlog=5",
            "vigil.limits.burst=6s",
            "vigil.limits.backlog-after=7s",
            "vigil.limits.loop-delay=8s",
            "vigil.limits.log-delay=9s",
            "vigil.limits.shed-above=10")
        .run(
            run ->
                assertThat(run.getBean(LimitsProperties.class))
                    .isEqualTo(
                        new LimitsProperties(
                            1,
                            2,
                            3,
                            4,
                            5,
                            Duration.ofSeconds(6),
                            Duration.ofSeconds(7),
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(9),
                            10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device-requests=0",
        "device-readings=0",
        "device-backlog=0",
        "instance-readings=0",
        "instance-backlog=0",
        "burst=0s",
        "backlog-after=-1s",
        "loop-delay=0s",
        "log-delay=0s",
        "shed-above=-1"
      })
  void refusesWhatMakesNoSense(String setting) {
    context.withPropertyValues("vigil.limits." + setting).run(run -> assertThat(run).hasFailed());
  }

  @EnableConfigurationProperties(LimitsProperties.class)
  static class Bound {}
}

package io.vigil.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StreamPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties({StreamProperties.class, TopicProperties.class})
  static class Binding {}

  @Test
  void hasDefaultsWithinTheBudget() {
    context.run(
        started -> {
          assertThat(started.getBean(StreamProperties.class))
              .isEqualTo(
                  new StreamProperties(
                      "vigil-alert-service",
                      Path.of(".vigil/alert-service"),
                      2,
                      1,
                      Duration.ofMillis(100),
                      Duration.ofSeconds(3),
                      Duration.ofSeconds(4),
                      Duration.ofMillis(500)));
          assertThat(started.getBean(TopicProperties.class))
              .isEqualTo(new TopicProperties(4, (short) 1));
        });
  }

  @Test
  void takesEachSettingFromItsKey() {
    context
        .withPropertyValues(
            "vigil.alert.stream.application-id=other",
            "vigil.alert.stream.state-directory=/var/vigil",
            "vigil.alert.stream.threads=4",
            "vigil.alert.stream.standbys=0",
            "vigil.alert.stream.commit-every=50ms",
            "vigil.alert.stream.session-timeout=6s",
            "vigil.alert.stream.transaction-timeout=5s",
            "vigil.alert.stream.look-every=1s",
            "vigil.topics.partitions=16",
            "vigil.topics.replicas=3")
        .run(
            started -> {
              assertThat(started.getBean(StreamProperties.class))
                  .isEqualTo(
                      new StreamProperties(
                          "other",
                          Path.of("/var/vigil"),
                          4,
                          0,
                          Duration.ofMillis(50),
                          Duration.ofSeconds(6),
                          Duration.ofSeconds(5),
                          Duration.ofSeconds(1)));
              assertThat(started.getBean(TopicProperties.class))
                  .isEqualTo(new TopicProperties(16, (short) 3));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alert.stream.application-id=",
        "alert.stream.threads=0",
        "alert.stream.standbys=-1",
        "alert.stream.commit-every=2s",
        "alert.stream.session-timeout=10s",
        "alert.stream.transaction-timeout=10s",
        "alert.stream.look-every=0s",
        "topics.partitions=0",
        "topics.replicas=0"
      })
  void refusesWhatBreaksTheBudgetOrMakesNoSense(String setting) {
    context.withPropertyValues("vigil." + setting).run(started -> assertThat(started).hasFailed());
  }
}

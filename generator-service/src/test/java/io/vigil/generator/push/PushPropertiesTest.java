package io.vigil.generator.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class PushPropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(PushProperties.class))
                    .isEqualTo(
                        new PushProperties(
                            URI.create("http://127.0.0.1:8081"),
                            32,
                            3600,
                            500_000,
                            100,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5))));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(
            Enabled.class,
            "VIGIL_INGEST_URL=http://ingest:1",
            "VIGIL_PUSH_REQUESTS_AT_ONCE=2",
            "VIGIL_PUSH_BACKLOG=3",
            "VIGIL_PUSH_BACKLOG_TOGETHER=9",
            "VIGIL_PUSH_BATCH=4",
            "VIGIL_PUSH_PRESENT_FOR=10s",
            "VIGIL_PUSH_ANSWER_WITHIN=5ms",
            "VIGIL_PUSH_FIRST_RETRY=6ms",
            "VIGIL_PUSH_LONGEST_RETRY=7ms",
            "VIGIL_PUSH_TOKEN_SETTLES_WITHIN=8ms")
        .run(
            context ->
                assertThat(context.getBean(PushProperties.class))
                    .isEqualTo(
                        new PushProperties(
                            URI.create("http://ingest:1"),
                            2,
                            3,
                            9,
                            4,
                            Duration.ofSeconds(10),
                            Duration.ofMillis(5),
                            Duration.ofMillis(6),
                            Duration.ofMillis(7),
                            Duration.ofMillis(8))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VIGIL_PUSH_REQUESTS_AT_ONCE=0",
        "VIGIL_PUSH_BACKLOG=0",
        "VIGIL_PUSH_BACKLOG_TOGETHER=0",
        "VIGIL_PUSH_BATCH=0",
        "VIGIL_PUSH_PRESENT_FOR=0s",
        "VIGIL_PUSH_ANSWER_WITHIN=0s",
        "VIGIL_PUSH_FIRST_RETRY=0s",
        "VIGIL_PUSH_LONGEST_RETRY=0s"
      })
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @Test
  void givesEachDeviceAFairShareOfWhatAllMayKeep() {
    PushProperties properties = PushPropertiesInTests.of(URI.create("http://ingest:1"));

    assertThat(properties.capacity(1, 20)).isEqualTo(3_600);
    assertThat(properties.capacity(1, 50_000)).isEqualTo(10);
    assertThat(properties.capacity(100, 50_000)).isEqualTo(1_000);
    assertThat(properties.capacity(1, 1_000_000)).isEqualTo(1);
  }

  @Test
  void sendsMoreAtOnceForMorePatientsUpToABound() {
    PushProperties properties = PushPropertiesInTests.of(URI.create("http://ingest:1"));

    assertThat(properties.batchFor(1)).isEqualTo(100);
    assertThat(properties.batchFor(20)).isEqualTo(2_000);
    assertThat(properties.batchFor(1_000)).isEqualTo(5_000);
  }

  @EnableConfigurationProperties(PushProperties.class)
  static class Enabled {}
}

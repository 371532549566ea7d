package io.vigil.generator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.util.unit.DataSize;

class StorePropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(StoreProperties.class))
                    .isEqualTo(
                        new StoreProperties(
                            Path.of(".vigil/generator-service"),
                            Duration.ofSeconds(1),
                            Duration.ofHours(24),
                            DataSize.ofGigabytes(4))));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(
            Enabled.class,
            "VIGIL_HOME=/var/vigil",
            "VIGIL_STORE_FSYNC_EVERY=5ms",
            "VIGIL_LEDGER_KEPT_FOR=2h",
            "VIGIL_LEDGER_SIZE=3MB")
        .run(
            context ->
                assertThat(context.getBean(StoreProperties.class))
                    .isEqualTo(
                        new StoreProperties(
                            Path.of("/var/vigil/generator-service"),
                            Duration.ofMillis(5),
                            Duration.ofHours(2),
                            DataSize.ofMegabytes(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VIGIL_STORE_FSYNC_EVERY=0s",
        "VIGIL_LEDGER_KEPT_FOR=59m",
        "VIGIL_LEDGER_SIZE=large"
      })
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(StoreProperties.class)
  static class Enabled {}
}

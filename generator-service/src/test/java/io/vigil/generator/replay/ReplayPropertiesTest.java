package io.vigil.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.util.unit.DataSize;

class ReplayPropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(ReplayProperties.class))
                    .isEqualTo(
                        new ReplayProperties(
                            "",
                            ReplayAlignment.FILE,
                            DataSize.ofMegabytes(64),
                            500_000,
                            1_000,
                            4)));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(
            Enabled.class,
            "VIGIL_REPLAY_FILE=/data/icu.csv",
            "VIGIL_REPLAY_ALIGN=patient",
            "VIGIL_REPLAY_SIZE=1MB",
            "VIGIL_REPLAY_ROWS=2",
            "VIGIL_REPLAY_PATIENTS=3",
            "VIGIL_REPLAYS_AT_ONCE=5")
        .run(
            context ->
                assertThat(context.getBean(ReplayProperties.class))
                    .isEqualTo(
                        new ReplayProperties(
                            "/data/icu.csv",
                            ReplayAlignment.PATIENT,
                            DataSize.ofMegabytes(1),
                            2,
                            3,
                            5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VIGIL_REPLAY_ALIGN=moon",
        "VIGIL_REPLAY_SIZE=large",
        "VIGIL_REPLAY_ROWS=0",
        "VIGIL_REPLAY_PATIENTS=0",
        "VIGIL_REPLAYS_AT_ONCE=0"
      })
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(ReplayProperties.class)
  static class Enabled {}
}

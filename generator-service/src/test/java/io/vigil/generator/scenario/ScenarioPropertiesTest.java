package io.vigil.generator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ScenarioPropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(ScenarioProperties.class))
                    .isEqualTo(new ScenarioProperties(Duration.ofHours(1))));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(Enabled.class, "VIGIL_SCENARIO_LONGEST=5m")
        .run(
            context ->
                assertThat(context.getBean(ScenarioProperties.class))
                    .isEqualTo(new ScenarioProperties(Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIGIL_SCENARIO_LONGEST=0s", "VIGIL_SCENARIO_LONGEST=long"})
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(ScenarioProperties.class)
  static class Enabled {}
}

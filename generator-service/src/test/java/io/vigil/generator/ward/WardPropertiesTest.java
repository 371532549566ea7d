package io.vigil.generator.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class WardPropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(WardProperties.class))
                    .isEqualTo(new WardProperties(20, 1, 1)));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(
            Enabled.class, "VIGIL_PATIENTS=3", "VIGIL_PATIENTS_PER_DEVICE=2", "VIGIL_SEED=9")
        .run(
            context ->
                assertThat(context.getBean(WardProperties.class))
                    .isEqualTo(new WardProperties(3, 2, 9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VIGIL_PATIENTS=-1",
        "VIGIL_PATIENTS=many",
        "VIGIL_PATIENTS=100001",
        "VIGIL_PATIENTS_PER_DEVICE=0",
        "VIGIL_PATIENTS_PER_DEVICE=1001"
      })
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(WardProperties.class)
  static class Enabled {}
}

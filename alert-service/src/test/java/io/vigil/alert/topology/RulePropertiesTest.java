package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.VitalRules;
import io.vigil.schema.vital.Vital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RulePropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(RuleProperties.class)
  static class Binding {}

  @Test
  void hasTheLimitsOfTheContractByDefault() {
    context.run(
        started ->
            assertThat(started.getBean(RuleProperties.class).rules().of(Vital.HEART_RATE))
                .isEqualTo(new VitalRules(12_000, 5_000, 500, 10_000, 5_000)));
  }

  @Test
  void takesEachLimitFromItsKey() {
    context
        .withPropertyValues(
            "vigil.alert.rules.heart-rate.high=130.5",
            "vigil.alert.rules.heart-rate.low=45",
            "vigil.alert.rules.heart-rate.hold-for=3s",
            "vigil.alert.rules.heart-rate.hysteresis=2.25",
            "vigil.alert.rules.heart-rate.gap-after=7500ms")
        .run(
            started ->
                assertThat(started.getBean(RuleProperties.class).rules().of(Vital.HEART_RATE))
                    .isEqualTo(new VitalRules(13_050, 4_500, 225, 3_000, 7_500)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "high=120.001",
        "high=fast",
        "low=-1000",
        "low=116",
        "hold-for=-1s",
        "hysteresis=-1",
        "gap-after=0s"
      })
  void refusesWhatIsNoLimit(String setting) {
    context
        .withPropertyValues("vigil.alert.rules.heart-rate." + setting)
        .run(started -> assertThat(started).hasFailed());
  }
}

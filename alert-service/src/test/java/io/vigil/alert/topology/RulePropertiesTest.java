package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.topology.RuleProperties.Hysteresis;
import io.vigil.alert.topology.RuleProperties.Spot;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RulePropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties({
    RuleProperties.class,
    LifeCycleProperties.class,
    HeartbeatProperties.class
  })
  static class Binding {}

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void haveTheTimesOfTheContractByDefault() {
    context.run(
        started -> {
          assertThat(started.getBean(RuleProperties.class))
              .isEqualTo(
                  new RuleProperties(
                      Duration.ofSeconds(10),
                      Duration.ofSeconds(3),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(10),
                      Duration.ofSeconds(30),
                      Duration.ofSeconds(5),
                      new Spot(Duration.ZERO, Duration.ofMinutes(30)),
                      new Hysteresis(
                          number("5"), number("1"), number("2"), number("0.3"), number("5"))));
          assertThat(started.getBean(LifeCycleProperties.class))
              .isEqualTo(
                  new LifeCycleProperties(
                      Duration.ofSeconds(60), Duration.ofMinutes(3), 2, Duration.ofMinutes(10)));
          assertThat(started.getBean(HeartbeatProperties.class))
              .isEqualTo(new HeartbeatProperties(Duration.ofSeconds(10)));
          assertThat(started.getBean(RuleProperties.class).rules().listenedFor())
              .containsExactly(Vital.HEART_RATE, Vital.SPO2, Vital.RESP_RATE);
        });
  }

  @Test
  void takeEachSettingFromItsKey() {
    context
        .withPropertyValues(
            "vigil.alert.rules.hold-for=8s",
            "vigil.alert.rules.extreme-hold-for=2s",
            "vigil.alert.rules.gap-after=7500ms",
            "vigil.alert.rules.other-gap-after=15s",
            "vigil.alert.rules.never-started-after=45s",
            "vigil.alert.rules.pipeline-after=7s",
            "vigil.alert.heartbeat-every=5s",
            "vigil.alert.rules.spot.extreme-hold-for=1s",
            "vigil.alert.rules.spot.gap-after=1h",
            "vigil.alert.rules.hysteresis.heart-rate=2.25",
            "vigil.alert.rules.hysteresis.spo2=2",
            "vigil.alert.rules.hysteresis.resp-rate=3",
            "vigil.alert.rules.hysteresis.temperature=0.5",
            "vigil.alert.rules.hysteresis.blood-pressure=10",
            "vigil.alert.life-cycle.escalate-high-after=30s",
            "vigil.alert.life-cycle.escalate-medium-after=90s",
            "vigil.alert.life-cycle.circles=3",
            "vigil.alert.life-cycle.reannounce-after=5m")
        .run(
            started -> {
              assertThat(started.getBean(RuleProperties.class))
                  .isEqualTo(
                      new RuleProperties(
                          Duration.ofSeconds(8),
                          Duration.ofSeconds(2),
                          Duration.ofMillis(7_500),
                          Duration.ofSeconds(15),
                          Duration.ofSeconds(45),
                          Duration.ofSeconds(7),
                          new Spot(Duration.ofSeconds(1), Duration.ofHours(1)),
                          new Hysteresis(
                              number("2.25"),
                              number("2"),
                              number("3"),
                              number("0.5"),
                              number("10"))));
              assertThat(started.getBean(LifeCycleProperties.class))
                  .isEqualTo(
                      new LifeCycleProperties(
                          Duration.ofSeconds(30),
                          Duration.ofSeconds(90),
                          3,
                          Duration.ofMinutes(5)));
              assertThat(started.getBean(HeartbeatProperties.class))
                  .isEqualTo(new HeartbeatProperties(Duration.ofSeconds(5)));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules.hold-for=-1s",
        "rules.extreme-hold-for=soon",
        "rules.gap-after=0s",
        "rules.other-gap-after=0s",
        "rules.never-started-after=0s",
        "rules.pipeline-after=1s",
        "heartbeat-every=30s",
        "rules.spot.gap-after=0s",
        "rules.hysteresis.heart-rate=-1",
        "rules.hysteresis.temperature=0.001",
        "life-cycle.escalate-high-after=0s",
        "life-cycle.escalate-medium-after=-1s",
        "life-cycle.circles=0",
        "life-cycle.reannounce-after=0s"
      })
  void refuseWhatMakesNoSense(String setting) {
    context
        .withPropertyValues("vigil.alert." + setting)
        .run(started -> assertThat(started).hasFailed());
  }
}

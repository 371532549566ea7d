package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebhookPropertiesTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(WebhookProperties.class)
  static class Binding {}

  @Test
  void dialsNothingInsideByDefault() {
    context.run(
        started ->
            assertThat(started.getBean(WebhookProperties.class))
                .isEqualTo(
                    new WebhookProperties(
                        Path.of(".vigil/token-secret"),
                        Set.of("admin"),
                        "vigil-webhook-",
                        List.of(),
                        false,
                        32,
                        500,
                        4,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofDays(1),
                        Duration.ofSeconds(10))));
  }

  @Test
  void takesEachFromItsKey() {
    context
        .withPropertyValues(
            "vigil.alert.webhook.token-secret-file=/secret",
            "vigil.alert.webhook.admins=ada,grace",
            "vigil.alert.webhook.group-prefix=hook-",
            "vigil.alert.webhook.allowed-networks=10.1.0.0/16,fd00::/8",
            "vigil.alert.webhook.plain-http=true",
            "vigil.alert.webhook.subscriptions=3",
            "vigil.alert.webhook.waiting=50",
            "vigil.alert.webhook.at-once=2",
            "vigil.alert.webhook.timeout=5s",
            "vigil.alert.webhook.first-retry=2s",
            "vigil.alert.webhook.longest-retry=30s",
            "vigil.alert.webhook.park-after=1h",
            "vigil.alert.webhook.heartbeat-every=3s")
        .run(
            started ->
                assertThat(started.getBean(WebhookProperties.class))
                    .isEqualTo(
                        new WebhookProperties(
                            Path.of("/secret"),
                            Set.of("ada", "grace"),
                            "hook-",
                            List.of("10.1.0.0/16", "fd00::/8"),
                            true,
                            3,
                            50,
                            2,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(30),
                            Duration.ofHours(1),
                            Duration.ofSeconds(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowed-networks=inside",
        "subscriptions=0",
        "waiting=0",
        "at-once=17",
        "timeout=2m",
        "group-prefix="
      })
  void refusesWhatMakesNoSense(String setting) {
    context
        .withPropertyValues("vigil.alert.webhook." + setting)
        .run(started -> assertThat(started).hasFailed());
  }
}

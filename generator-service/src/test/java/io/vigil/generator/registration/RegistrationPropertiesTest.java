package io.vigil.generator.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.SettingsInTests;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class RegistrationPropertiesTest {
  @Test
  void hasDefaults() {
    SettingsInTests.with(Enabled.class)
        .run(
            context ->
                assertThat(context.getBean(RegistrationProperties.class))
                    .isEqualTo(
                        new RegistrationProperties(
                            URI.create("http://127.0.0.1:8080"),
                            Path.of(".vigil/credentials.json"),
                            Path.of(".vigil/generator-service/devices.json"),
                            "dr-adams",
                            Duration.ofSeconds(5),
                            Duration.ofMillis(250),
                            Duration.ofSeconds(3))));
  }

  @Test
  void canBeSetByVariables() {
    SettingsInTests.with(
            Enabled.class,
            "VIGIL_GATEWAY_URL=http://gateway:1",
            "VIGIL_HOME=/somewhere",
            "VIGIL_CREDENTIALS=/secret/credentials.json",
            "VIGIL_GRANT_TO=dr-baker",
            "VIGIL_GATEWAY_ANSWER_WITHIN=1s",
            "VIGIL_REGISTRATION_FIRST_RETRY=2s",
            "VIGIL_REGISTRATION_LONGEST_RETRY=4s")
        .run(
            context ->
                assertThat(context.getBean(RegistrationProperties.class))
                    .isEqualTo(
                        new RegistrationProperties(
                            URI.create("http://gateway:1"),
                            Path.of("/secret/credentials.json"),
                            Path.of("/somewhere/generator-service/devices.json"),
                            "dr-baker",
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VIGIL_GRANT_TO= ",
        "VIGIL_GATEWAY_ANSWER_WITHIN=0s",
        "VIGIL_REGISTRATION_FIRST_RETRY=-1s"
      })
  void refusesWhatMakesNoSense(String variable) {
    SettingsInTests.with(Enabled.class, variable).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(RegistrationProperties.class)
  static class Enabled {}
}

package io.vigil.deploy.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void areThoseOfADemonstrationWhenTheEnvironmentSaysNothing() {
    Settings settings = Settings.from(Map.of(), Path.of("/vigil"));

    assertThat(settings.home().root()).isEqualTo(Path.of("/vigil/.vigil"));
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.patients()).isEqualTo(20);
    assertThat(settings.demoPassword()).isEmpty();
    assertThat(settings.gatewayUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.ingestUrl()).isEqualTo("http://127.0.0.1:8081");
    assertThat(settings.alertUrl()).isEqualTo("http://127.0.0.1:8082");
    assertThat(settings.kafka()).isEqualTo("127.0.0.1:9092");
    assertThat(settings.cassandra()).isEqualTo("127.0.0.1:9042");
  }

  @Test
  void areWhatTheEnvironmentSays() {
    Map<String, String> environment =
        Map.of(
            "VIGIL_HOME", folder.toString(),
            "VIGIL_BIND", "0.0.0.0",
            "VIGIL_PATIENTS", "3",
            "VIGIL_DEMO_PASSWORD", "open",
            "VIGIL_GATEWAY_PORT", "18080");

    Settings settings = Settings.from(environment, Path.of("/vigil"));

    assertThat(settings.home().root()).isEqualTo(folder);
    assertThat(settings.bind()).isEqualTo("0.0.0.0");
    assertThat(settings.patients()).isEqualTo(3);
    assertThat(settings.demoPassword()).contains("open");
    assertThat(settings.gatewayUrl()).isEqualTo("http://127.0.0.1:18080");
  }

  @Test
  void refusesPatientsThatCannotBeCounted() {
    assertThatThrownBy(() -> Settings.from(Map.of("VIGIL_PATIENTS", "many"), folder))
        .hasMessage("VIGIL_PATIENTS is not a number: many");
    assertThatThrownBy(() -> Settings.from(Map.of("VIGIL_PATIENTS", "-1"), folder))
        .hasMessage("The number of patients is negative: -1");
  }

  @Test
  void areFoundAgainByTheOtherCommandsButNotThePassword() {
    Settings started =
        Settings.from(
            Map.of(
                "VIGIL_HOME", folder.toString(),
                "VIGIL_DEMO_PASSWORD", "open",
                "VIGIL_SINK_PORT", "18083"),
            Path.of("/vigil"));
    Settings asked = Settings.from(Map.of("VIGIL_HOME", folder.toString()), Path.of("/vigil"));
    SettingsFile file = new SettingsFile(asked.home());

    assertThat(file.read(asked)).isSameAs(asked);
    file.write(started.withPatients(7));

    Settings found = file.read(asked);
    assertThat(found.ports()).isEqualTo(started.ports());
    assertThat(found.patients()).isEqualTo(7);
    assertThat(found.home()).isEqualTo(started.home());
    assertThat(found.demoPassword()).isEmpty();
  }
}

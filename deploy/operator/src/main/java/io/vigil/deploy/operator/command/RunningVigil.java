package io.vigil.deploy.operator.command;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.setting.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Vigil whose state is in this machine's {@code VIGIL_HOME}. */
record RunningVigil(Settings settings, JsonNode credentials) {
  static RunningVigil here() throws IOException {
    Settings asked = Settings.from(System.getenv(), SourceTree.here().root());
    Path file = asked.home().root().resolve("credentials.json");
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing; has ./vigil up run with this home?");
    }
    return new RunningVigil(
        new SettingsFile(asked.home()).read(asked),
        new JsonMapper().readTree(Files.readString(file)));
  }

  Path ledger() {
    return settings.home().root().resolve("generator-service").resolve("ledger");
  }

  String kafka() {
    return credentials.get("kafka").asString();
  }

  String gateway() {
    return credentials.get("gateway").asString();
  }

  String passwordOf(String user) {
    JsonNode password = credentials.get("users").get(user);
    if (password == null) {
      throw new IllegalStateException("credentials.json has no user " + user);
    }
    return password.asString();
  }

  String host() {
    return settings.host();
  }

  /** The management port of a service that counts readings. */
  int managementPort(String service) {
    return switch (service) {
      case "ingest-api" -> settings.ports().of(VigilPort.INGEST_MANAGEMENT);
      case "storage-sink" -> settings.ports().of(VigilPort.SINK_MANAGEMENT);
      case "generator-service" -> settings.ports().of(VigilPort.GENERATOR_MANAGEMENT);
      default -> throw new IllegalArgumentException(service);
    };
  }
}

package io.vigil.deploy.credential;

import io.vigil.deploy.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code credentials.json}: the passwords, and where Vigil is found; for its owner alone. */
final class CredentialsFile {
  static final String NAME = "credentials.json";

  private final JsonMapper json;
  private final Secrets secrets;

  CredentialsFile(JsonMapper json, Secrets secrets) {
    this.json = json;
    this.secrets = secrets;
  }

  /** Writes it, with the passwords that it had, and returns these by user. */
  Map<String, String> write(Settings settings) {
    Path file = settings.home().root().resolve(NAME);
    Map<String, String> passwords = new LinkedHashMap<>();
    JsonNode kept = Files.exists(file) ? read(file) : json.createObjectNode();
    for (DemoUser user : DemoUser.ALL) {
      passwords.put(user.username(), password(settings, kept.path("users"), user));
    }
    ObjectNode content = json.createObjectNode();
    ObjectNode users = content.putObject("users");
    passwords.forEach(users::put);
    content.put("kafka", settings.kafka());
    content.put("cassandra", settings.cassandra());
    content.put("gateway", settings.gatewayUrl());
    content.put("ingest", settings.ingestUrl());
    PrivateFile.write(
        file, json.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    return passwords;
  }

  private String password(Settings settings, JsonNode kept, DemoUser user) {
    String before = kept.path(user.username()).asString("");
    return settings.demoPassword().orElseGet(() -> before.isEmpty() ? secrets.password() : before);
  }

  private JsonNode read(Path file) {
    return json.readTree(PrivateFile.read(file));
  }
}

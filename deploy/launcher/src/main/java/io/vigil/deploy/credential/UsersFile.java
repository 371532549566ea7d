package io.vigil.deploy.credential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.json}: who may sign in at the gateway, with the hash of each password. */
final class UsersFile {
  static final String NAME = "users.json";

  private final JsonMapper json;
  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));

  UsersFile(JsonMapper json) {
    this.json = json;
  }

  /** Writes it for these passwords; the hash of one that has not changed stays. */
  void write(Path home, Map<String, String> passwords) {
    Path file = home.resolve(NAME);
    JsonNode kept =
        Files.exists(file) ? json.readTree(PrivateFile.read(file)) : json.createArrayNode();
    ArrayNode users = json.createArrayNode();
    for (DemoUser user : DemoUser.ALL) {
      ObjectNode entry = users.addObject();
      entry.put("username", user.username());
      entry.put("name", user.name());
      entry.put("role", user.role());
      user.patient().ifPresent(patient -> entry.put("patient", patient));
      String password = passwords.getOrDefault(user.username(), "");
      entry.put("passwordHash", hash(kept, user, password));
    }
    PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(users));
  }

  private String hash(JsonNode kept, DemoUser user, String password) {
    for (JsonNode entry : kept) {
      String hash = entry.path("passwordHash").asString("");
      if (entry.path("username").asString("").equals(user.username())
          && hash.startsWith("{bcrypt}")
          && encoder.matches(password, hash)) {
        return hash;
      }
    }
    return encoder.encode(password);
  }
}

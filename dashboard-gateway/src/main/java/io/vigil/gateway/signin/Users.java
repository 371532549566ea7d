package io.vigil.gateway.signin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The local users, as the file had them at the start. */
final class Users {
  private final Map<String, User> byName;

  Users(List<User> users) {
    byName = users.stream().collect(Collectors.toMap(User::username, Function.identity()));
  }

  /**
   * Reads the users file.
   *
   * @throws IllegalStateException saying what is wrong with it
   */
  static Users read(Path file, JsonMapper json) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException("no users: cannot read " + file);
    }
    try {
      return new Users(json.readValue(file, new TypeReference<List<User>>() {}));
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalStateException("not a users file: " + file, e);
    }
  }

  Optional<User> find(String username) {
    return Optional.ofNullable(byName.get(username));
  }
}

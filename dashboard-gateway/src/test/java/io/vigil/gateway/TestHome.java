package io.vigil.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What the launcher would have written: users, whose passwords are their names, and a secret. */
public final class TestHome
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String SECRET =
      "dGhpcyBzZWNyZXQgaXMgZm9yIHRlc3RzIGFuZCBmb3Igbm90aGluZyBlbHNl";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("vigil.home=" + create()).applyTo(context);
  }

  private static Path create() {
    List<String> users = new ArrayList<>();
    users.add(user("admin", "admin", null));
    users.add(user("dr-adams", "doctor", null));
    users.add(user("dr-baker", "doctor", null));
    users.add(user("p-0001", "patient", "p-0001"));
    try {
      Path home = Files.createTempDirectory("vigil-gateway");
      Files.writeString(home.resolve("users.json"), "[" + String.join(",", users) + "]");
      Files.writeString(home.resolve("token-secret"), SECRET + "\n");
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String user(
      String name, String role, @org.jspecify.annotations.Nullable String patient) {
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(name);
    String of = patient == null ? "" : ",\"patient\":\"" + patient + "\"";
    return "{\"username\":\"%s\",\"name\":\"Name of %s\",\"role\":\"%s\",\"passwordHash\":\"%s\"%s}"
        .formatted(name, name, role, hash, of);
  }
}

package io.vigil.deploy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CredentialsTest {
  private final JsonMapper json = JsonMapper.builder().build();

  @TempDir Path home;

  @Test
  void tellTheirOwnerAloneHowToSignInAndWhereTo() throws IOException {
    Path file = Credentials.prepare(settings(Map.of()));

    JsonNode content = json.readTree(Files.readString(file));
    assertThat(file).isEqualTo(home.resolve("credentials.json"));
    assertThat(content.path("users").propertyNames())
        .containsExactly("admin", "dr-adams", "dr-baker", "p-0001");
    assertThat(content.path("kafka").asString()).isEqualTo("127.0.0.1:9092");
    assertThat(content.path("cassandra").asString()).isEqualTo("127.0.0.1:9042");
    assertThat(content.path("gateway").asString()).isEqualTo("http://127.0.0.1:8080");
    assertThat(content.path("ingest").asString()).isEqualTo("http://127.0.0.1:8081");
    assertThat(mode("credentials.json")).isEqualTo("rw-------");
    assertThat(mode("users.json")).isEqualTo("rw-------");
    assertThat(mode("token-secret")).isEqualTo("rw-------");
  }

  @Test
  void giveEachUserAPasswordOfTheirOwnThatTheHashAgreesWith() throws IOException {
    Credentials.prepare(settings(Map.of()));

    assertThat(password("admin")).matches("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");
    assertThat(password("admin")).isNotEqualTo(password("dr-adams"));
    JsonNode users = json.readTree(Files.readString(home.resolve("users.json")));
    for (JsonNode user : users) {
      String hash = user.path("passwordHash").asString();
      String password = password(user.path("username").asString());
      assertThat(hash).startsWith("{bcrypt}$2a$");
      assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, hash))
          .isTrue();
    }
    assertThat(users)
        .extracting(user -> user.path("role").asString())
        .containsExactly("admin", "doctor", "doctor", "patient");
    assertThat(users.get(1).path("name").asString()).isEqualTo("Dr. Adams");
    assertThat(users.get(3).path("patient").asString()).isEqualTo("p-0001");
  }

  @Test
  void areKeptOverRestartsExceptForTheAddresses() throws IOException {
    Credentials.prepare(settings(Map.of()));
    String password = password("dr-adams");
    String users = Files.readString(home.resolve("users.json"));
    String secret = Files.readString(home.resolve("token-secret"));

    Path file = Credentials.prepare(settings(Map.of("VIGIL_GATEWAY_PORT", "18080")));

    assertThat(password("dr-adams")).isEqualTo(password);
    assertThat(Files.readString(home.resolve("users.json"))).isEqualTo(users);
    assertThat(Files.readString(home.resolve("token-secret"))).isEqualTo(secret);
    assertThat(json.readTree(Files.readString(file)).path("gateway").asString())
        .isEqualTo("http://127.0.0.1:18080");
  }

  @Test
  void areAllTheDemoPasswordWhenThereIsOne() throws IOException {
    Credentials.prepare(settings(Map.of()));

    Credentials.prepare(settings(Map.of("VIGIL_DEMO_PASSWORD", "open")));

    assertThat(password("admin")).isEqualTo("open");
    assertThat(password("p-0001")).isEqualTo("open");
    JsonNode users = json.readTree(Files.readString(home.resolve("users.json")));
    assertThat(
            PasswordEncoderFactories.createDelegatingPasswordEncoder()
                .matches("open", users.get(0).path("passwordHash").asString()))
        .isTrue();
  }

  @Test
  void signTokensWithASecretOf48Bytes() throws IOException {
    Credentials.prepare(settings(Map.of()));

    String secret = Files.readString(home.resolve("token-secret"));
    assertThat(Base64.getDecoder().decode(secret)).hasSize(48);
  }

  private Settings settings(Map<String, String> environment) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("VIGIL_HOME", home.toString());
    return Settings.from(all, home);
  }

  private String password(String user) throws IOException {
    return json.readTree(Files.readString(home.resolve("credentials.json")))
        .path("users")
        .path(user)
        .asString();
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
  }
}

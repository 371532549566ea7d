package io.vigil.generator.registration;

import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway's API for administrators. Signs in by itself, and anew after {@link #signOut}. Not
 * for several threads.
 */
@Component
class Gateway {
  private static final String ADMIN = "admin";

  private final JsonMapper json = new JsonMapper();
  private final Path credentials;
  private final String grantTo;
  private final RestClient http;
  private @Nullable String token;

  Gateway(RegistrationProperties properties) {
    this.credentials = properties.credentials();
    this.grantTo = properties.grantTo();
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.answerWithin())
                .build());
    requests.setReadTimeout(properties.answerWithin());
    this.http =
        RestClient.builder()
            .baseUrl(properties.gateway().toString())
            .requestFactory(requests)
            .build();
  }

  /** Admits the patient of this bed, or changes them to what the bed says. */
  void admit(Bed bed) {
    put(
        "/api/v1/patients/" + bed.patient(),
        new Admission(
            bed.name(), bed.ward(), bed.number(), bed.highPriority() ? "high" : "normal"));
  }

  /** Lets the doctor see the patient of this bed. */
  void grant(Bed bed) {
    put("/api/v1/patients/" + bed.patient() + "/grants/" + grantTo, Map.of());
  }

  /** Provides this device; returns its new token. */
  String provide(Device device) {
    return text(put("/api/v1/devices/" + device.id(), Map.of("patients", device.patients())));
  }

  /** Forgets the session, which the gateway may have forgotten as well. */
  void signOut() {
    token = null;
  }

  private byte @Nullable [] put(String path, Object body) {
    return http.put()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + session())
        .body(body)
        .retrieve()
        .body(byte[].class);
  }

  private String session() {
    String current = token;
    if (current == null) {
      current =
          text(
              http.post()
                  .uri("/api/v1/token")
                  .body(new SignIn(ADMIN, password()))
                  .retrieve()
                  .body(byte[].class));
      token = current;
    }
    return current;
  }

  private String password() {
    try {
      JsonNode password = json.readTree(Files.readAllBytes(credentials)).at("/users/" + ADMIN);
      return password.asString();
    } catch (IOException e) {
      throw new UncheckedIOException("credentials cannot be read", e);
    }
  }

  private String text(byte @Nullable [] answer) {
    JsonNode found = json.readTree(answer == null ? new byte[0] : answer).path("token");
    if (!found.isString()) {
      throw new IllegalStateException("the gateway's answer has no token");
    }
    return found.stringValue();
  }

  private record SignIn(String username, String password) {}

  private record Admission(String name, String ward, String bed, String priority) {}
}

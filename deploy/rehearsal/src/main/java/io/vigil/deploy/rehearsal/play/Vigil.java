package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.PidFile;
import io.vigil.deploy.setting.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Vigil that runs, as an admin reaches it. Safe for threads. */
public final class Vigil {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();
  private final StateFolder home;
  private final JsonNode credentials;
  private final String token;

  private Vigil(StateFolder home, JsonNode credentials) throws IOException, InterruptedException {
    this.home = home;
    this.credentials = credentials;
    this.token = signIn();
  }

  /**
   * The Vigil whose state is in this machine's {@code VIGIL_HOME}.
   *
   * @throws IllegalStateException if none was started there
   */
  public static Vigil here() throws IOException, InterruptedException {
    StateFolder home = Settings.from(System.getenv(), SourceTree.here().root()).home();
    Path file = home.root().resolve("credentials.json");
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing; has ./vigil up run with this home?");
    }
    return new Vigil(home, new JsonMapper().readTree(Files.readString(file)));
  }

  String kafka() {
    return credentials.get("kafka").asString();
  }

  private String signIn() throws IOException, InterruptedException {
    Map<String, String> admin =
        Map.of("username", "admin", "password", credentials.at("/users/admin").asString());
    HttpRequest request =
        request(gateway("/api/v1/token"))
            .POST(BodyPublishers.ofString(json.writeValueAsString(admin)))
            .build();
    return json.readTree(expectSuccess(send(request)).body()).get("token").asString();
  }

  void put(String path, Object body) throws IOException, InterruptedException {
    ask("PUT", path, body);
  }

  void delete(String path) throws IOException, InterruptedException {
    ask("DELETE", path, Map.of());
  }

  /** Registers a device and answers its token. */
  String device(String id, Object body) throws IOException, InterruptedException {
    String answer = ask("PUT", "/api/v1/devices/" + id, body).body();
    return json.readTree(answer).get("token").asString();
  }

  private HttpResponse<String> ask(String method, String path, Object body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(gateway(path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    return expectSuccess(send(request));
  }

  /** Pushes readings as a device does; whatever the answer is. */
  HttpResponse<String> push(String deviceToken, String readings)
      throws IOException, InterruptedException {
    return send(
        request(URI.create(credentials.get("ingest").asString() + "/api/v1/readings"))
            .header("Authorization", "Bearer " + deviceToken)
            .POST(BodyPublishers.ofString(readings))
            .build());
  }

  /** Kills a part as {@code kill -9} does. */
  void kill(String part) {
    PidFile.of(part, home)
        .process()
        .orElseThrow(() -> new IllegalStateException(part + " does not run here"))
        .destroyForcibly();
  }

  private URI gateway(String path) {
    return URI.create(credentials.get("gateway").asString() + path);
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> expectSuccess(HttpResponse<String> response)
      throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException(
          "%s was answered %d %s"
              .formatted(response.request(), response.statusCode(), response.body()));
    }
    return response;
  }
}

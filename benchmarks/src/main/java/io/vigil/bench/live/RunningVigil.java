package io.vigil.bench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that {@code ./vigil up} has started, as its clients reach it. */
final class RunningVigil {
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonNode credentials;

  private RunningVigil(JsonNode credentials) {
    this.credentials = credentials;
  }

  /** Whether a system was started in this folder. */
  static boolean isIn(Path home) {
    return Files.exists(credentials(home));
  }

  private static Path credentials(Path home) {
    return home.resolve("credentials.json");
  }

  /**
   * The system whose state is in this folder.
   *
   * @throws tools.jackson.core.JacksonException if none was started there
   */
  static RunningVigil at(Path home) {
    return new RunningVigil(new JsonMapper().readTree(credentials(home).toFile()));
  }

  /** A bearer token of this user. */
  String token(String user) throws IOException, InterruptedException {
    Map<String, String> signIn =
        Map.of("username", user, "password", credentials.at("/users/" + user).asString());
    HttpRequest request =
        HttpRequest.newBuilder(gateway("/api/v1/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(signIn)))
            .build();
    return json.readTree(send(request).body()).get("token").asString();
  }

  /** Asks the gateway; {@code body} is sent as JSON. */
  JsonNode ask(String method, String path, String token, Object body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    String answer = send(request).body();
    return json.readTree(answer.isEmpty() ? "null" : answer);
  }

  /** Pushes one reading as a device does, and returns once it is acknowledged. */
  void push(String deviceToken, String reading) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(text("ingest") + "/api/v1/readings"))
            .header("Authorization", "Bearer " + deviceToken)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(reading))
            .build();
    send(request);
  }

  /** Opens the live stream as a program does. */
  WebSocket open(String token, WebSocket.Listener listener) {
    return http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(URI.create(text("gateway").replaceFirst("http", "ws") + "/ws/v1"), listener)
        .join();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(request + " was answered " + response.statusCode() + response.body());
    }
    return response;
  }

  private URI gateway(String path) {
    return URI.create(text("gateway") + path);
  }

  private String text(String name) {
    return credentials.get(name).asString();
  }
}

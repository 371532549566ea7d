package io.vigil.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in at the gateway's REST API with a bearer token. */
public final class Person {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;
  private final String token;

  private Person(String gateway, String username, String password) {
    this.gateway = gateway;
    this.token = signIn(username, password);
  }

  /** Signs in as one of the users in the home's credentials. */
  public static Person signedIn(VigilStack stack, String username) {
    JsonNode credentials = credentials(stack);
    return new Person(
        credentials.get("gateway").asString(),
        username,
        credentials.get("users").get(username).asString());
  }

  /** The file credentials.json of the home. */
  public static JsonNode credentials(VigilStack stack) {
    try {
      return JSON.readTree(Files.readString(stack.home().resolve("credentials.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String token() {
    return token;
  }

  /** What the API answers, which has to be a success. */
  public JsonNode get(String path) {
    HttpResponse<String> response = ask("GET", path, null);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          path + " was answered " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** The status code of the API's answer. */
  int statusOf(String path) {
    return ask("GET", path, null).statusCode();
  }

  /** Puts something, which has to be a success; returns the answer, or null where it is empty. */
  public JsonNode put(String path, Object body) {
    return change("PUT", path, body);
  }

  /** Posts something, which has to be a success; returns the answer, or null where it is empty. */
  public JsonNode post(String path, Object body) {
    return change("POST", path, body);
  }

  private JsonNode change(String method, String path, Object body) {
    HttpResponse<String> response = ask(method, path, body);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          path + " was answered " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
  }

  private HttpResponse<String> ask(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(request.build());
  }

  private String signIn(String username, String password) {
    String body = JSON.writeValueAsString(Map.of("username", username, "password", password));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + "/api/v1/token"))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(send(request).body()).get("token").asString();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

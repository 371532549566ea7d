package io.vigil.ingest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A device that pushes to one ingest service, and looks at its health as an operator does. */
final class TestDevice {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final int managementPort;
  private final String token;

  TestDevice(int port, int managementPort, String token) {
    this.port = port;
    this.managementPort = managementPort;
    this.token = token;
  }

  /** Pushes a body of JSON. */
  HttpResponse<String> post(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(port, "/api/v1/readings"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** The status of one push. */
  int push(String body) throws Exception {
    return post(body).statusCode();
  }

  /** Whether the service says that it is ready. */
  boolean seesReadiness() throws Exception {
    return get("/actuator/health/readiness").statusCode() == 200;
  }

  /** Whether the service says that it is alive. */
  boolean seesLiveness() throws Exception {
    return get("/actuator/health/liveness").statusCode() == 200;
  }

  /** What Prometheus would scrape. */
  String metrics() throws Exception {
    return get("/actuator/prometheus").body();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(managementPort, path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}

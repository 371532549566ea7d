package io.vigil.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.generator.FakeServer.Request;
import io.vigil.generator.FakeServer.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, between a gateway and an ingest that a test plays. */
class GeneratorApplicationTest {
  private final FakeServer gateway =
      new FakeServer(request -> Response.of(200, "{\"token\":\"vgd_1\"}"));
  private final FakeServer ingest =
      new FakeServer(request -> Response.of(202, "{\"accepted\":1,\"rejected\":[]}"));
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path home;

  @BeforeEach
  void writeCredentials() throws IOException {
    Files.writeString(home.resolve("credentials.json"), "{\"users\":{\"admin\":\"secret\"}}");
  }

  @AfterEach
  void stop() {
    gateway.close();
    ingest.close();
  }

  @Test
  void registersItsPatientsAndPushesTheirHeartRates() {
    try (ConfigurableApplicationContext context = start(3)) {
      await().until(() -> ingest.requests().size() >= 6);

      assertThat(ingest.requests()).extracting(Request::line).containsOnly("POST /api/v1/readings");
      assertThat(ingest.requests()).extracting(Request::authorization).containsOnly("Bearer vgd_1");
      assertThat(home.resolve("generator-service/devices.json")).exists();
      assertThat(get(context, "local.management.port", "/actuator/health/readiness").statusCode())
          .isEqualTo(200);
      assertThat(get(context, "local.management.port", "/actuator/prometheus").body())
          .contains("vigil_readings_forwarded_total{stage=\"generator\"}")
          .contains("vigil_readings_backlog{stage=\"generator\"}");
    }
  }

  @Test
  void isNotReadyBeforeItIsRegistered() {
    gateway.answer(request -> Response.of(503, ""));
    try (ConfigurableApplicationContext context = start(1)) {
      assertThat(get(context, "local.management.port", "/actuator/health/readiness").statusCode())
          .isEqualTo(503);
      assertThat(get(context, "local.management.port", "/actuator/health/liveness").statusCode())
          .isEqualTo(200);
      assertThat(ingest.requests()).isEmpty();
    }
  }

  @Test
  void isReadyWithNobodyToSimulate() {
    try (ConfigurableApplicationContext context = start(0)) {
      assertThat(get(context, "local.management.port", "/actuator/health/readiness").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void startsScenariosOnItsPort() {
    try (ConfigurableApplicationContext context = start(1)) {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(address(context, "local.server.port", "/api/v1/scenarios"))
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"patient\":\"p-0001\",\"kind\":\"tachycardia\",\"seconds\":30}"))
                  .build());

      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(get(context, "local.server.port", "/api/v1/scenarios").body())
          .contains("tachycardia");
    }
  }

  private ConfigurableApplicationContext start(int patients) {
    return new SpringApplicationBuilder(GeneratorApplication.class)
        .web(WebApplicationType.SERVLET)
        .run(
            List.of(
                    "VIGIL_GENERATOR_PORT=0",
                    "VIGIL_GENERATOR_MANAGEMENT_PORT=0",
                    "VIGIL_HOME=" + home,
                    "VIGIL_GATEWAY_URL=" + gateway.address(),
                    "VIGIL_INGEST_URL=" + ingest.address(),
                    "VIGIL_PATIENTS=" + patients)
                .stream()
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
  }

  private HttpResponse<String> get(
      ConfigurableApplicationContext context, String port, String path) {
    return send(HttpRequest.newBuilder(address(context, port, path)).build());
  }

  private static URI address(ConfigurableApplicationContext context, String port, String path) {
    return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty(port) + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void sendsAgainAfterARestartWhatIngestDidNotTakeAndTellsItInTheLedger() throws IOException {
    ingest.answer(request -> Response.of(503, "").with("Retry-After", "60"));
    String first;
    try (ConfigurableApplicationContext context = start(1)) {
      await().until(() -> context.isActive() && !ingest.requests().isEmpty());
      first = ingest.requests().get(0).body();
    }
    int before = ingest.requests().size();

    ingest.answer(request -> Response.of(202, "{\"accepted\":1,\"rejected\":[]}"));
    try (ConfigurableApplicationContext context = start(1)) {
      await().until(() -> context.isActive() && ingest.requests().size() > before);
    }

    String seq = first.replaceAll(".*\"seq\":(\\d+).*", "$1");
    assertThat(ingest.requests().get(before).body()).contains(first);
    assertThat(ledger()).filteredOn(line -> line.endsWith("," + seq + ",acknowledged")).hasSize(1);
    assertThat(ledger()).doesNotHaveDuplicates();
  }

  @Test
  void replaysARecordingFromTheStart() throws IOException {
    Path csv = home.resolve("icu.csv");
    Files.writeString(csv, "bidmc-01,0,94\nbidmc-01,1000,95\nbidmc-01,2000,96\n");
    try (ConfigurableApplicationContext context = start(0, "VIGIL_REPLAY_FILE=" + csv)) {
      await().until(() -> context.isActive() && ledger().size() == 3);

      assertThat(ledger()).allMatch(line -> line.contains(",bidmc-01,heart_rate,9"));
      assertThat(gateway.requests())
          .extracting(Request::line)
          .contains("PUT /api/v1/patients/bidmc-01", "PUT /api/v1/devices/dev-bidmc-01");
    }
  }

  private List<String> ledger() throws IOException {
    Path folder = home.resolve("generator-service/ledger");
    List<String> lines = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }

  private ConfigurableApplicationContext start(int patients, String... more) {
    return new SpringApplicationBuilder(GeneratorApplication.class)
        .web(WebApplicationType.SERVLET)
        .run(
            Stream.concat(
                    Stream.of(more),
                    Stream.of(
                        "VIGIL_GENERATOR_PORT=0",
                        "VIGIL_GENERATOR_MANAGEMENT_PORT=0",
                        "VIGIL_HOME=" + home,
                        "VIGIL_GATEWAY_URL=" + gateway.address(),
                        "VIGIL_INGEST_URL=" + ingest.address(),
                        "VIGIL_PATIENTS=" + patients))
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

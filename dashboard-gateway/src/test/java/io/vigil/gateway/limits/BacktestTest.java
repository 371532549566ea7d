package io.vigil.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.Wards;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.gateway.history.StoresInMemory;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An alert-service is played by an HTTP server that says what it was asked. */
@GatewayWithoutLog
@Import(StoresInMemory.class)
class BacktestTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicReference<JsonNode> asked = new AtomicReference<>();
  private static final HttpServer alertService = start();
  private static volatile int status = 200;

  @LocalServerPort private int port;
  private Api adams = new Api(0);

  private static JsonNode asked() {
    return requireNonNull(asked.get(), "nobody asked");
  }

  private static HttpServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/internal/v1/backtest",
          exchange -> {
            asked.set(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            byte[] answer = "{\"inForce\":[{\"id\":\"a\"}],\"proposed\":[]}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void where(DynamicPropertyRegistry properties) {
    properties.add(
        "vigil.backtest.alert-service-url",
        () -> "http://127.0.0.1:" + alertService.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    alertService.stop(0);
  }

  @BeforeEach
  void connect() {
    adams = new Api(port).as("dr-adams");
    status = 200;
  }

  private String path(String patient) {
    Wards.admit(new Api(port).as("admin"), patient, "dr-adams");
    return "/api/v1/patients/" + patient + "/limits/backtest";
  }

  @Test
  void sendsTheHistoryWithBothLimitsAndAnswersTheEpisodes() {
    String path = path("p-tried");
    adams.put("/api/v1/patients/p-tried/limits", "{\"heart_rate\":{\"low\":45}}");

    Answer answer = adams.post(path, "{\"limits\":{\"heart_rate\":{\"high\":140}},\"hours\":24}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/inForce/0/id").asString()).isEqualTo("a");
    assertThat(answer.json().get("proposed").isEmpty()).isTrue();
    assertThat(answer.json().get("partial").asBoolean()).isFalse();
    assertThat(asked().at("/inForce/heart_rate").toString())
        .isEqualTo("{\"high\":120,\"low\":45,\"extreme_high\":150,\"extreme_low\":40}");
    assertThat(asked().at("/proposed/heart_rate").toString())
        .isEqualTo("{\"high\":140,\"low\":50,\"extreme_high\":150,\"extreme_low\":40}");
    byte[] block = Base64.getDecoder().decode(asked().at("/readings/heart_rate").asString());
    ReadingColumns readings = new BlockCodec().decode(block);
    assertThat(readings.size()).isEqualTo(StoresInMemory.READINGS);
    assertThat(asked().get("readings").has(Vital.SPO2.code())).isFalse();
  }

  @Test
  void saysWhatIsWrongWithWhatIsToBeTried() {
    String path = path("p-untried");

    assertThat(adams.post(path, "{\"limits\":{\"heart_rate\":{\"high\":40}}}").code())
        .isEqualTo("limits_contradict");
    assertThat(adams.post(path, "{\"hours\":24}").code()).isEqualTo("malformed_limits");
    assertThat(adams.post(path, "{\"limits\":{},\"hours\":169}").code())
        .isEqualTo("hours_out_of_bounds");
  }

  @Test
  void saysWhereTheRulesCannotBeAsked() {
    status = 500;

    Answer answer = adams.post(path("p-unasked"), "{\"limits\":{}}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("backtest_unavailable");
  }

  @Test
  void isForDoctorsOfThePatientAlone() {
    String path = path("p-0001");

    assertThat(new Api(port).as("dr-baker").post(path, "{\"limits\":{}}").code())
        .isEqualTo("unknown_patient");
    assertThat(new Api(port).as("p-0001").post(path, "{\"limits\":{}}").status()).isEqualTo(403);
  }
}

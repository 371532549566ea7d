package io.vigil.ingest.http;

import static io.vigil.ingest.http.TestServer.BEDSIDE;
import static io.vigil.ingest.http.TestServer.NOW_MS;
import static io.vigil.ingest.http.TestServer.WARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.ingest.http.RawConnection.Response;
import io.vigil.ingest.log.Append;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a device is told that sends too much, and that it gets everything in nevertheless. */
@Timeout(30)
class LimitsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final long PRESENT = NOW_MS - 15_000;
  private static final long OLD = PRESENT - 1;

  private final TestServer server =
      new TestServer(TestServer.properties(LONG, LONG), TestServer.limits(20, 50, 10));

  @AfterEach
  void stop() {
    server.close();
    assertThat(server.inFlight.size()).isZero();
  }

  @Test
  void tellsADeviceWhichLimitItIsOverAndWhenToComeBack() throws Exception {
    try (RawConnection connection = server.connect()) {
      assertThat(push(connection, readings(PRESENT, 90)).status()).isEqualTo(202);

      Response response = push(connection, readings(PRESENT, 1));

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(response.header("Retry-After")).isEqualTo("1");
      JsonNode problem = new JsonMapper().readTree(response.body());
      assertThat(problem.get("status").asInt()).isEqualTo(429);
      assertThat(problem.get("code").asString()).isEqualTo("rate_limited");
      assertThat(problem.get("limit").asString()).isEqualTo("device_readings");
      assertThat(server.log.readings()).isEqualTo(90);
      assertThat(server.counted("vigil.readings.rejected", "reason", "limit")).isEqualTo(1);
    }
  }

  @Test
  void takesThePresentWhileABacklogHasToWait() throws Exception {
    try (RawConnection connection = server.connect()) {
      assertThat(push(connection, readings(OLD, 100)).status()).isEqualTo(202);

      Response response = push(connection, readings(OLD, 1));

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.header("Retry-After")).isEqualTo("10");
      assertThat(response.body()).contains("\"limit\":\"device_backlog\"");
      assertThat(push(connection, readings(PRESENT, 50)).status()).isEqualTo(202);
    }
  }

  @Test
  void getsEverythingInFromADeviceThatComesBackWhenItIsTold() throws Exception {
    int refused = 0;
    try (RawConnection connection = server.connect()) {
      for (int request = 0; request < 100; request++) {
        Response response = push(connection, readings(OLD, 10));
        while (response.status() == 429) {
          refused++;
          String after = requireNonNull(response.header("Retry-After"));
          server.time.advance(Duration.ofSeconds(Long.parseLong(after)));
          response = push(connection, readings(OLD, 10));
        }
        assertThat(response.status()).isEqualTo(202);
      }
    }

    assertThat(server.log.readings()).isEqualTo(1_000);
    assertThat(refused).isBetween(50, 100);
  }

  @Test
  void refusesADeviceThatFloodsWithWhateverBeforeItReadsTheBody() throws Exception {
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 20; i++) {
        assertThat(push(connection, "[]").status()).isEqualTo(422);
      }

      Response response = push(connection, "not even JSON");

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.body()).contains("\"limit\":\"device_requests\"");
      assertThat(connection.post(WARD, "[]".getBytes(UTF_8)).read().status()).isEqualTo(422);
    }
  }

  @Test
  void refusesWith503WhereAllDevicesTogetherSendTooMuch() throws Exception {
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 6; i++) {
        assertThat(push(connection, readings(PRESENT, 100)).status()).isEqualTo(202);
        server.time.advance(Duration.ofMillis(2));
        server.budgets.forget("dev-1");
      }

      Response response = push(connection, readings(PRESENT, 1));

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.header("Retry-After")).isEqualTo("1");
      assertThat(response.body())
          .contains("\"code\":\"overloaded\"")
          .contains("\"limit\":\"instance_readings\"");
    }
  }

  @Test
  void shedsWhileTheLogIsTooSlowAndManyWaitForIt() throws Exception {
    server.log.hold();
    try (RawConnection first = server.connect();
        RawConnection second = server.connect();
        RawConnection connection = server.connect()) {
      first.post(BEDSIDE, readings(PRESENT, 1).getBytes(UTF_8));
      second.post(BEDSIDE, readings(PRESENT, 1).getBytes(UTF_8));
      await().until(() -> server.log.held() == 2);
      logTakes(Duration.ofSeconds(3));

      Response response = push(connection, readings(PRESENT, 1));

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.header("Retry-After")).isEqualTo("1");
      assertThat(response.body())
          .contains("\"code\":\"overloaded\"")
          .contains("\"limit\":\"log_delay\"");
      server.log.endNext(Append.ACKNOWLEDGED);
      server.log.endNext(Append.ACKNOWLEDGED);
      assertThat(first.read().status()).isEqualTo(202);
      assertThat(second.read().status()).isEqualTo(202);
      assertThat(push(connection, "[]").status()).isEqualTo(422);
    }
  }

  private void logTakes(Duration delay) {
    long now = System.nanoTime();
    server.logDelay.passed(now - Duration.ofMillis(400).toNanos(), delay.toNanos());
    server.logDelay.passed(now + Duration.ofSeconds(20).toNanos(), delay.toNanos());
  }

  private static Response push(RawConnection connection, String body) throws Exception {
    return connection.post(BEDSIDE, body.getBytes(UTF_8)).read();
  }

  private static String readings(long timeMs, int count) {
    String reading = "{\"vital\":\"spo2\",\"time\":%d,\"value\":98}".formatted(timeMs);
    return IntStream.range(0, count).mapToObj(i -> reading).toList().toString();
  }
}

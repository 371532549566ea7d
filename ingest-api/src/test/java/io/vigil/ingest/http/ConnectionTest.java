package io.vigil.ingest.http;

import static io.vigil.ingest.http.TestServer.BEDSIDE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigil.ingest.http.RawConnection.Response;
import io.vigil.ingest.log.Append;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections behave: order, limits, slowness, ends. */
@Timeout(30)
class ConnectionTest {
  private static final String GOOD = "{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}";
  private static final String BAD = "{\"vital\":\"spo2\",\"time\":1795248000000}";
  private static final String POST = "POST /api/v1/readings HTTP/1.1\r\nHost: vigil\r\n" + BEDSIDE;

  private static final Duration SHORT = Duration.ofMillis(200);

  private final TestServer server = new TestServer();

  @AfterEach
  void nothingIsLeftBehind() {
    server.close();
    assertThat(server.inFlight.size()).isZero();
    assertThat(server.gauged("vigil.ingest.connections")).isZero();
    assertThat(server.gauged("vigil.ingest.bodies.bytes")).isZero();
  }

  @Test
  void answersOneRequestAfterTheOther() throws Exception {
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 100; i++) {
        assertThat(connection.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);
        assertThat(connection.post(BEDSIDE, bytes(BAD)).read().status()).isEqualTo(422);
      }
    }
  }

  @Test
  void saysNothingBeforeTheLogHasAcknowledged() throws Exception {
    server.log.hold();
    try (RawConnection connection = server.connect()) {
      connection.post(BEDSIDE, bytes(GOOD));
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> read(connection));
      await().until(() -> server.log.held() == 1);
      assertThat(server.inFlight.size()).isEqualTo(1);
      assertThat(answer).isNotDone();

      server.log.endNext(Append.ACKNOWLEDGED);

      assertThat(answer.get().status()).isEqualTo(202);
    }
  }

  @Test
  void answersPipelinedRequestsInTheirOrderAndTakesOneAtATime() throws Exception {
    server.log.hold();
    String good = POST + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
    String bad = POST + "Content-Length: " + BAD.length() + "\r\n\r\n" + BAD;
    try (RawConnection connection = server.connect()) {
      connection.send(good + bad + good + bad);
      await().until(() -> server.log.held() == 1);
      server.log.endNext(Append.ACKNOWLEDGED);
      assertThat(connection.read().status()).isEqualTo(202);
      assertThat(connection.read().status()).isEqualTo(422);
      await().until(() -> server.log.held() == 1);
      server.log.endNext(Append.NOT_ACKNOWLEDGED);
      assertThat(connection.read().status()).isEqualTo(503);
      assertThat(connection.read().status()).isEqualTo(422);
    }
  }

  @Test
  void answersAThousandPipelinedRequests() throws Exception {
    String good = POST + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
    try (RawConnection connection = server.connect()) {
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> send(connection, good.repeat(1_000)));
      for (int i = 0; i < 1_000; i++) {
        assertThat(connection.read().status()).isEqualTo(202);
      }
      sent.get();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void takesARequestInPieces(int size) throws Exception {
    byte[] request = bytes(POST + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD);
    try (RawConnection connection = server.connect()) {
      for (int from = 0; from < request.length; from += size) {
        connection.send(Arrays.copyOfRange(request, from, Math.min(from + size, request.length)));
      }

      assertThat(connection.read().status()).isEqualTo(202);
    }
  }

  @Test
  void takesChunkedBodies() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < GOOD.length(); i++) {
        connection.send("1\r\n" + GOOD.charAt(i) + "\r\n");
      }
      connection.send("0\r\n\r\n");

      assertThat(connection.read().status()).isEqualTo(202);
      assertThat(connection.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);
    }
  }

  @Test
  void letsAClientSendItsBodyThatWaitsForIt() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(
          POST + "Expect: 100-continue\r\nContent-Length: " + GOOD.length() + "\r\n\r\n");
      assertThat(connection.read().status()).isEqualTo(100);

      connection.send(GOOD);

      assertThat(connection.read().status()).isEqualTo(202);
    }
  }

  @Test
  void sparesARefusedClientItsBody() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(
          POST.replace("vgd_bedside", "vgd_x")
              + "Expect: 100-continue\r\nContent-Length: 9999\r\n\r\n");

      assertThat(connection.read().status()).isEqualTo(401);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void keepsTheConnectionOfARefusedRequestWhoseBodyIsSmall() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.post(BEDSIDE.replace("vgd_bedside", "vgd_x"), bytes(GOOD));

      assertThat(connection.read().status()).isEqualTo(401);
      assertThat(connection.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);
    }
  }

  @Test
  void takesABodyOfTheLimitAndRefusesOneMore() throws Exception {
    String padded = " ".repeat(TestServer.MOST_BODY - GOOD.length()) + GOOD;
    try (RawConnection connection = server.connect()) {
      assertThat(connection.post(BEDSIDE, bytes(padded)).read().status()).isEqualTo(202);

      Response response = connection.post(BEDSIDE, bytes(padded + " ")).read();

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.body()).contains("\"limit\":\"body_bytes\"");
      assertThat(response.header("Connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void refusesAnAnnouncedFloodBeforeItComes() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(POST + "Content-Length: 999999999999\r\n\r\n");

      assertThat(connection.read().status()).isEqualTo(413);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void refusesAFloodInChunks() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
      connection.send(chunk.repeat(8));

      assertThat(connection.read().status()).isEqualTo(413);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void doesNotReadTheFloodOfAnUnknownDeviceToItsEnd() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(POST.replace("vgd_bedside", "vgd_x") + "Transfer-Encoding: chunked\r\n\r\n");
      connection.send(("1000\r\n" + " ".repeat(0x1000) + "\r\n").repeat(8));

      assertThat(connection.read().status()).isEqualTo(401);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void boundsAllBodiesTogether() throws Exception {
    TestServer impatient = TestServer.impatient(Duration.ofSeconds(1));
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RawConnection connection = impatient.connect();
      slow.add(connection);
      connection.send(POST + "Content-Length: 16000\r\n\r\n" + " ".repeat(15_000));
    }

    int refused = 0;
    for (RawConnection connection : slow) {
      Response response = connection.read();
      if (response.status() == 503) {
        assertThat(response.body()).contains("\"limit\":\"bodies_together_bytes\"");
        assertThat(response.header("Retry-After")).isEqualTo("1");
        refused++;
      } else {
        assertThat(response.status()).isEqualTo(408);
      }
      connection.close();
    }
    assertThat(refused).isEqualTo(1);
    impatient.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | 400",
        "GET / HTTP/9.9 | 505",
        "PRI * HTTP/2.0 | 505",
        "POST  /api/v1/readings  HTTP/1.1\\r\\nContent-Length: x | 400",
        "POST /api/v1/readings HTTP/1.1\\r\\nContent-Length: -1 | 400",
        "POST /api/v1/readings HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 2 | 400",
        "POST /api/v1/readings HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz | 400",
        "POST /api/v1/readings HTTP/1.1\\r\\nHost vigil | 400",
      })
  void answersWhatIsNotHttp(String request, int status) throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(
          request.replace("\\r\\n", "\r\n").replace("HTTP/1.1\r\n", "HTTP/1.1\r\n" + BEDSIDE)
              + "\r\n\r\n");

      assertThat(connection.read().status()).isEqualTo(status);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void refusesLongAddressesAndLargeHeaders() throws Exception {
    try (RawConnection connection = server.connect()) {
      Response response =
          connection.send("POST /" + "x".repeat(5_000) + " HTTP/1.1\r\n\r\n").read();

      assertThat(response.status()).isEqualTo(414);
      assertThat(response.body()).contains("\"limit\":\"uri_bytes\"");
    }
    try (RawConnection connection = server.connect()) {
      Response response = connection.send(POST + "X: " + "x".repeat(5_000) + "\r\n\r\n").read();

      assertThat(response.status()).isEqualTo(431);
      assertThat(response.body()).contains("\"limit\":\"header_bytes\"");
    }
  }

  @Test
  void givesUpOnASlowHead() throws Exception {
    try (TestServer impatient = TestServer.impatient(SHORT);
        RawConnection connection = impatient.connect()) {
      connection.send("POST /api/v1/readings HTTP/1.1\r\nHos");

      assertThat(connection.read().status()).isEqualTo(408);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void givesUpOnASlowBody() throws Exception {
    try (TestServer impatient = TestServer.impatient(SHORT);
        RawConnection connection = impatient.connect()) {
      connection.send(POST + "Content-Length: " + GOOD.length() + "\r\n\r\n{");

      assertThat(connection.read().status()).isEqualTo(408);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void doesNotBlameAClientForASlowLog() throws Exception {
    try (TestServer impatient = TestServer.impatient(SHORT);
        RawConnection connection = impatient.connect()) {
      impatient.log.hold();
      connection.post(BEDSIDE, bytes(GOOD));
      await().pollDelay(SHORT.multipliedBy(4)).until(() -> impatient.log.held() == 1);

      impatient.log.endNext(Append.ACKNOWLEDGED);

      assertThat(connection.read().status()).isEqualTo(202);
    }
  }

  @Test
  void closesAnIdleConnection() throws Exception {
    try (TestServer impatient =
            new TestServer(TestServer.properties(Duration.ofSeconds(20), Duration.ofMillis(200)));
        RawConnection silent = impatient.connect();
        RawConnection served = impatient.connect()) {
      assertThat(served.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);

      assertThat(silent.isClosedByServer()).isTrue();
      assertThat(served.isClosedByServer()).isTrue();
    }
  }

  @Test
  void answersAClientThatHasClosedItsSide() throws Exception {
    server.log.hold();
    try (RawConnection connection = server.connect()) {
      connection.post(BEDSIDE, bytes(GOOD)).post(BEDSIDE, bytes(BAD)).closeOutput();
      server.log.endNext(Append.ACKNOWLEDGED);

      assertThat(connection.read().status()).isEqualTo(202);
      assertThat(connection.read().status()).isEqualTo(422);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void closesAConnectionWhoseRequestWillNeverBeWhole() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(POST + "Content-Length: 100\r\n\r\n{").closeOutput();

      await().until(() -> server.gauged("vigil.ingest.connections") == 0);
    }
  }

  @Test
  void bearsAClientThatLeavesBeforeItsAnswer() throws Exception {
    server.log.hold();
    try (RawConnection connection = server.connect()) {
      connection.post(BEDSIDE, bytes(GOOD));
      await().until(() -> server.log.held() == 1);
    }

    server.log.endNext(Append.ACKNOWLEDGED);

    try (RawConnection next = server.connect()) {
      server.log.end(Append.ACKNOWLEDGED);
      assertThat(next.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);
    }
  }

  @Test
  void closesWhereTheClientAsksForIt() throws Exception {
    try (RawConnection connection = server.connect()) {
      Response response = connection.post(BEDSIDE + "Connection: close\r\n", bytes(GOOD)).read();

      assertThat(response.status()).isEqualTo(202);
      assertThat(response.header("Connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void speaksTheOlderHttp() throws Exception {
    String request = (POST + "Content-Length: " + GOOD.length()).replace("HTTP/1.1", "HTTP/1.0");
    try (RawConnection connection = server.connect()) {
      connection.send(request + "\r\nConnection: keep-alive\r\n\r\n" + GOOD);
      assertThat(connection.read().header("Connection")).isEqualTo("keep-alive");

      connection.send(request + "\r\n\r\n" + GOOD);
      assertThat(connection.read().status()).isEqualTo(202);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void answersAHeadRequestWithoutABody() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send("HEAD /api/v1/readings HTTP/1.1\r\nHost: vigil\r\n\r\n");
      connection.send("GET /api/v1/readings HTTP/1.1\r\nHost: vigil\r\nConnection: close\r\n\r\n");

      String all = connection.readAll();

      assertThat(all.split("HTTP/1.1 405", -1)).hasSize(3);
      assertThat(all.split("method_not_allowed", -1)).hasSize(2);
    }
  }

  @Test
  void boundsTheConnections() throws Exception {
    List<RawConnection> open = new ArrayList<>();
    for (int i = 0; i < TestServer.MOST_CONNECTIONS; i++) {
      open.add(server.connect());
    }
    await().until(() -> server.gauged("vigil.ingest.connections") == open.size());

    try (RawConnection oneMore = server.connect()) {
      Response response = oneMore.read();
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.body()).contains("\"limit\":\"connections\"");
    }

    open.remove(0).close();
    await().until(() -> server.gauged("vigil.ingest.connections") == open.size());
    try (RawConnection again = server.connect()) {
      assertThat(again.post(BEDSIDE, bytes(GOOD)).read().status()).isEqualTo(202);
    }
    for (RawConnection connection : open) {
      connection.close();
    }
  }

  @Test
  void answersWhatIsUnderWayBeforeItStops() throws Exception {
    server.log.hold();
    try (RawConnection waiting = server.connect();
        RawConnection idle = server.connect()) {
      waiting.post(BEDSIDE, bytes(GOOD));
      await().until(() -> server.log.held() == 1);
      await().until(() -> server.gauged("vigil.ingest.connections") == 2);

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);

      assertThat(idle.isClosedByServer()).isTrue();
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> server.connect().close())
                      .isInstanceOf(ConnectException.class));
      assertThat(stopped).isNotDone();
      server.log.endNext(Append.ACKNOWLEDGED);
      Response response = waiting.read();
      assertThat(response.status()).isEqualTo(202);
      assertThat(response.header("Connection")).isEqualTo("close");
      assertThat(waiting.isClosedByServer()).isTrue();
      stopped.get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Response read(RawConnection connection) {
    try {
      return connection.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(RawConnection connection, String text) {
    try {
      connection.send(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.vigil.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.ingest.http.RawConnection.Response;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NDJSON is read while it arrives. */
@Timeout(30)
class LinesTest {
  private static final String HEADERS =
      "Authorization: Bearer vgd_bedside\r\nContent-Type: application/x-ndjson\r\n";
  private static final String START = "POST /api/v1/readings HTTP/1.1\r\nHost: vigil\r\n" + HEADERS;
  private static final String GOOD = "{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}\n";

  private final TestServer server = new TestServer();

  @AfterEach
  void nothingIsLeftBehind() {
    server.close();
    assertThat(server.gauged("vigil.ingest.bodies.bytes")).isZero();
  }

  @Test
  void holdsNoMoreThanTheLineThatIsNotWholeYet() throws Exception {
    String half = GOOD.substring(0, 10);
    try (RawConnection connection = server.connect()) {
      connection.send(START + "Content-Length: " + (50 * GOOD.length() + 10) + "\r\n\r\n");
      connection.send(GOOD.repeat(50) + half.substring(0, 9));
      await().until(() -> server.gauged("vigil.ingest.bodies.bytes") == 9);
      connection.send(half.substring(9));

      Response response = connection.read();

      assertThat(response.status()).isEqualTo(202);
      assertThat(response.body())
          .startsWith("{\"accepted\":50,\"rejected\":[{\"index\":50,\"code\":\"malformed_json\"");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1_000})
  void readsLinesThatComeInPieces(int size) throws Exception {
    byte[] lines = (GOOD + "x\n\n" + GOOD + "\r\n" + GOOD.trim()).getBytes(UTF_8);
    try (RawConnection connection = server.connect()) {
      connection.send(START + "Transfer-Encoding: chunked\r\n\r\n");
      for (int from = 0; from < lines.length; from += size) {
        byte[] piece = Arrays.copyOfRange(lines, from, Math.min(from + size, lines.length));
        connection.send(Integer.toHexString(piece.length) + "\r\n").send(piece).send("\r\n");
      }
      connection.send("0\r\n\r\n");

      Response response = connection.read();

      assertThat(response.body())
          .startsWith("{\"accepted\":3,\"rejected\":[{\"index\":1,\"code\":\"malformed_json\"");
      assertThat(response.body()).doesNotContain("\"index\":2");
      assertThat(connection.post(HEADERS, lines).read().status()).isEqualTo(202);
    }
  }

  @Test
  void refusesAFloodOfLinesBeforeItsEnd() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(START + "Content-Length: 16000\r\n\r\n" + "{}\n".repeat(300));

      Response response = connection.read();

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.body()).contains("\"limit\":\"readings\"");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void boundsABodyThoughItsLinesAreDropped() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(START + "Transfer-Encoding: chunked\r\n\r\n");
      connection.send(("1000\r\n" + " ".repeat(0xfff) + "\n\r\n").repeat(8));

      Response response = connection.read();

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.body()).contains("\"limit\":\"body_bytes\"");
    }
  }

  @Test
  void readsLinesWhileTheyAreInflated() throws Exception {
    String noise =
        new Random(1)
            .ints(9_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String lines = GOOD.repeat(20) + "{\"a\":\"" + noise + "\"}\n" + GOOD.repeat(20);
    try (RawConnection connection = server.connect()) {
      Response response =
          connection.post(HEADERS + "Content-Encoding: gzip\r\n", gzip(lines)).read();

      assertThat(response.body())
          .startsWith("{\"accepted\":40,\"rejected\":[{\"index\":20,\"code\":\"unknown_vital\"");
    }
  }

  @Test
  void refusesLinesThatInflateBeyondTheLimit() throws Exception {
    String blank = "\n".repeat(TestServer.MOST_BODY - GOOD.length());
    try (RawConnection connection = server.connect()) {
      String gzip = HEADERS + "Content-Encoding: gzip\r\n";
      assertThat(connection.post(gzip, gzip(blank + GOOD)).read().status()).isEqualTo(202);

      Response response = connection.post(gzip, gzip(blank + GOOD + "\n")).read();

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.body()).contains("\"limit\":\"body_bytes\"");
    }
  }

  @Test
  void forgetsTheLinesOfARequestThatNeverCameToItsEnd() throws Exception {
    try (RawConnection connection = server.connect()) {
      connection.send(START + "Content-Length: 10000\r\n\r\n" + GOOD.repeat(3)).closeOutput();
      await().until(() -> server.gauged("vigil.ingest.connections") == 0);
    }

    assertThat(server.log.readings()).isZero();
  }

  private static byte[] gzip(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}

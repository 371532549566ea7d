package io.vigil.ingest.http;

import static io.vigil.ingest.http.TestServer.BEDSIDE;
import static io.vigil.ingest.http.TestServer.WARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.ingest.http.RawConnection.Response;
import io.vigil.ingest.log.Append;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered to which request, as the contract has it. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadingsEndpointTest {
  private static final String TOKEN = "Authorization: Bearer vgd_bedside\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String GOOD = "{\"vital\":\"spo2\",\"time\":1795248000000,\"value\":98}";
  private static final String BAD = "{\"vital\":\"spo2\",\"time\":1795248000000}";
  private static final String GOOD_OF_OTHER = GOOD.replace("{", "{\"patient\":\"p-0009\",");

  private TestServer server;
  private RawConnection connection;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @BeforeEach
  void connect() throws Exception {
    server.log.end(Append.ACKNOWLEDGED);
    server.devicesKnown.set(true);
    connection = server.connect();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
    assertThat(server.inFlight.size()).isZero();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void acknowledgesOneReading() throws Exception {
    Response response = post(BEDSIDE, GOOD);

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    assertThat(server.log.device()).isEqualTo("dev-1");
  }

  @Test
  void acknowledgesSeveralAndTellsOfTheOthers() throws Exception {
    Response response = post(BEDSIDE, "[" + GOOD + "," + BAD + "," + GOOD + "]");

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body())
        .isEqualTo(
            "{\"accepted\":2,\"rejected\":[{\"index\":1,\"code\":\"value_missing\","
                + "\"detail\":\"`value` is to be a number\"}]}");
  }

  @Test
  void acknowledgesLines() throws Exception {
    Response response =
        post(TOKEN + "Content-Type: application/x-ndjson\r\n", GOOD + "\nhello\n" + GOOD + "\n");

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body())
        .startsWith("{\"accepted\":2,\"rejected\":[{\"index\":1,\"code\":\"malformed_json\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "17", "\"x\"", "{}", BAD, "[" + BAD + ",null]"})
  void answers422WhereNothingIsAnAcceptableReading(String body) throws Exception {
    Response response = post(BEDSIDE, body);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.body()).startsWith("{\"accepted\":0,\"rejected\":[");
  }

  @Test
  void saysNothingOfAnEmptyArray() throws Exception {
    assertThat(post(BEDSIDE, "[]").body()).isEqualTo("{\"accepted\":0,\"rejected\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "hello", "[1,]", "{}{}", "NaN"})
  void answers400ToWhatIsNotJson(String body) throws Exception {
    assertProblem(post(BEDSIDE, body), 400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "hello\nworld"})
  void answers400ToLinesOfWhichNoneIsJson(String body) throws Exception {
    assertProblem(
        post(TOKEN + "Content-Type: application/x-ndjson\r\n", body), 400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Authorization: Bearer\r\n",
        "Authorization: Bearer \r\n",
        "Authorization: Basic dmdkX2JlZHNpZGU=\r\n",
        "Authorization: vgd_bedside\r\n",
        "Authorization: BearerToken vgd_bedside\r\n"
      })
  void answers401WithoutAToken(String header) throws Exception {
    Response response = post(header + JSON, GOOD);

    assertProblem(response, 401, "token_missing");
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer vgd_nobody", "Bearer vgd_bedside vgd_bedside", "bearer VGD_bedside"})
  void answers401ToAnUnknownToken(String authorization) throws Exception {
    Response response = post("Authorization: " + authorization + "\r\n" + JSON, GOOD);

    assertProblem(response, 401, "token_unknown");
    assertThat(response.header("WWW-Authenticate")).contains("invalid_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer vgd_bedside", "BEARER vgd_bedside", "Bearer   vgd_bedside  "})
  void takesTheSchemeInAnyCase(String authorization) throws Exception {
    assertThat(post("Authorization: " + authorization + "\r\n" + JSON, GOOD).status())
        .isEqualTo(202);
  }

  @Test
  void answers403WhereAllReadingsAreOfOtherPatients() throws Exception {
    assertProblem(post(BEDSIDE, GOOD_OF_OTHER), 403, "other_patients");
    assertProblem(
        post(BEDSIDE, "[" + GOOD_OF_OTHER + "," + GOOD_OF_OTHER + "]"), 403, "other_patients");
  }

  @Test
  void refusesSingleReadingsOfOtherPatientsAmongOthers() throws Exception {
    Response response = post(BEDSIDE, "[" + GOOD_OF_OTHER + "," + GOOD + "]");

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body())
        .startsWith("{\"accepted\":1,\"rejected\":[{\"index\":0,\"code\":\"unknown_patient\"");
  }

  @Test
  void takesReadingsOfSeveralPatientsFromAWard() throws Exception {
    int before = server.log.readings();

    Response response =
        post(
            WARD,
            "[%s,%s]"
                .formatted(
                    GOOD.replace("{", "{\"patient\":\"p-0001\","),
                    GOOD.replace("{", "{\"patient\":\"p-0002\",")));

    assertThat(response.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
    assertThat(server.log.readings() - before).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: text/plain\r\n",
        "Content-Type: application/jsonp\r\n",
        "Content-Type: application/xml\r\n",
        "Content-Type: application/json; charset=iso-8859-1\r\n",
        "Content-Type: application/json; charset=utf-16\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n"
      })
  void answers415ToOtherMediaTypes(String header) throws Exception {
    assertProblem(post(TOKEN + header, GOOD), 415, "media_type_unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON",
        "application/json ; charset=\"utf-8\"",
      })
  void takesTheMediaTypeInAnyForm(String type) throws Exception {
    assertThat(post(TOKEN + "Content-Type: " + type + "\r\n", GOOD).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "x"})
  void answers415ToOtherEncodings(String encoding) throws Exception {
    Response response = post(BEDSIDE + "Content-Encoding: " + encoding + "\r\n", GOOD);

    assertProblem(response, 415, "encoding_unsupported");
    assertThat(response.header("Accept-Encoding")).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP"})
  void inflatesGzip(String encoding) throws Exception {
    connection.post(BEDSIDE + "Content-Encoding: " + encoding + "\r\n", gzip(GOOD));

    assertThat(connection.read().status()).isEqualTo(202);
  }

  @Test
  void inflatesLines() throws Exception {
    connection.post(
        TOKEN + "Content-Type: application/x-ndjson\r\nContent-Encoding: gzip\r\n",
        gzip((GOOD + "\n").repeat(100)));

    assertThat(connection.read().body()).isEqualTo("{\"accepted\":100,\"rejected\":[]}");
  }

  @Test
  void takesABodyThatIsNotCompressedAsIdentity() throws Exception {
    assertThat(post(BEDSIDE + "Content-Encoding: identity\r\n", GOOD).status()).isEqualTo(202);
  }

  @Test
  void answers400ToBrokenGzip() throws Exception {
    byte[] whole = gzip(GOOD);
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    byte[] bent = whole.clone();
    bent[whole.length / 2] ^= 0x55;
    for (byte[] broken : new byte[][] {new byte[0], GOOD.getBytes(UTF_8), cut, bent}) {
      connection.post(BEDSIDE + "Content-Encoding: gzip\r\n", broken);

      assertProblem(connection.read(), 400, "malformed_json");
    }
  }

  @Test
  void answers413ToABodyThatInflatesBeyondTheLimit() throws Exception {
    connection.post(BEDSIDE + "Content-Encoding: gzip\r\n", gzip(" ".repeat(10_000_000) + GOOD));

    Response response = connection.read();

    assertProblem(response, 413, "too_large");
    assertThat(limit(response)).isEqualTo("body_bytes");
  }

  @Test
  void takesABodyThatInflatesToTheLimitExactly() throws Exception {
    String padded = " ".repeat(TestServer.MOST_BODY - GOOD.length()) + GOOD;

    connection.post(BEDSIDE + "Content-Encoding: gzip\r\n", gzip(padded));
    assertThat(connection.read().status()).isEqualTo(202);
    connection.post(BEDSIDE + "Content-Encoding: gzip\r\n", gzip(" " + padded));
    assertThat(connection.read().status()).isEqualTo(413);
  }

  @Test
  void answers413ToAFloodOfReadings() throws Exception {
    Response response = post(BEDSIDE, "[" + "0,".repeat(200) + "0]");

    assertProblem(response, 413, "too_large");
    assertThat(limit(response)).isEqualTo("readings");
  }

  @Test
  void listsReadingsBeyondTheMost() throws Exception {
    Response response = post(BEDSIDE, "[" + (GOOD + ",").repeat(101) + GOOD + "]");

    assertThat(response.body())
        .startsWith(
            "{\"accepted\":100,\"rejected\":[{\"index\":100,\"code\":\"too_many_readings\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/readings, 405, method_not_allowed",
    "PUT /api/v1/readings, 405, method_not_allowed",
    "DELETE /api/v1/readings, 405, method_not_allowed",
    "OPTIONS /api/v1/readings, 405, method_not_allowed",
    "POST /api/v1/reading, 404, not_found",
    "POST /api/v1/readings/, 404, not_found",
    "POST /api/v1/readingsx, 404, not_found",
    "POST /, 404, not_found",
    "GET /actuator/health, 404, not_found",
    "POST //api/v1/readings, 404, not_found"
  })
  void answersWhatIsNotServed(String request, int status, String code) throws Exception {
    connection.send(request + " HTTP/1.1\r\nHost: vigil\r\n\r\n");

    Response response = connection.read();

    assertProblem(response, status, code);
    assertThat(response.header("Allow")).isEqualTo(status == 405 ? "POST" : null);
  }

  @Test
  void answers503BeforeTheDevicesAreKnown() throws Exception {
    server.devicesKnown.set(false);

    Response response = post(BEDSIDE, GOOD);

    assertProblem(response, 503, "not_ready");
    assertThat(response.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void answers503WhereTheLogDoesNotAcknowledge() throws Exception {
    server.log.end(Append.NOT_ACKNOWLEDGED);

    Response response = post(BEDSIDE, GOOD);

    assertProblem(response, 503, "log_unavailable");
    assertThat(response.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void answers503AndNamesTheLimitWhereTheBufferIsFull() throws Exception {
    server.log.end(Append.BUFFER_FULL);

    Response response = post(BEDSIDE, GOOD);

    assertProblem(response, 503, "overloaded");
    assertThat(limit(response)).isEqualTo("log_buffer_bytes");
    assertThat(response.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void answers503AndNamesTheLimitWhereTooManyAreInFlight() throws Exception {
    server.log.hold();
    RawConnection[] others = new RawConnection[TestServer.MOST_IN_FLIGHT];
    for (int i = 0; i < others.length; i++) {
      others[i] = server.connect().post(BEDSIDE, GOOD.getBytes(UTF_8));
    }
    await().until(() -> server.log.held() == others.length);

    Response response = post(BEDSIDE, GOOD);

    assertProblem(response, 503, "overloaded");
    assertThat(limit(response)).isEqualTo("requests_in_flight");
    for (RawConnection other : others) {
      server.log.endNext(Append.ACKNOWLEDGED);
      other.close();
    }
  }

  @Test
  void countsEveryReadingThatCameIn() throws Exception {
    double accepted = server.counted("vigil.readings.accepted");
    double missing = server.counted("vigil.readings.rejected", "reason", "value_missing");
    double notTaken = server.counted("vigil.readings.rejected", "reason", "log_unavailable");

    assertThat(post(BEDSIDE, "[" + GOOD + "," + BAD + "," + GOOD + "]").status()).isEqualTo(202);
    server.log.end(Append.NOT_ACKNOWLEDGED);
    assertThat(post(BEDSIDE, "[" + GOOD + "," + BAD + "," + GOOD + "]").status()).isEqualTo(503);

    assertThat(server.counted("vigil.readings.accepted") - accepted).isEqualTo(2);
    assertThat(server.counted("vigil.readings.rejected", "reason", "value_missing") - missing)
        .isEqualTo(2);
    assertThat(server.counted("vigil.readings.rejected", "reason", "log_unavailable") - notTaken)
        .isEqualTo(2);
    assertThat(server.meters.get("vigil.ingest.requests").tag("status", "202").timer().count())
        .isPositive();
  }

  private Response post(String headers, String body) throws IOException {
    return connection.post(headers, body.getBytes(UTF_8)).read();
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.get("type").asString()).isEqualTo("about:blank");
    assertThat(problem.get("title").asString()).isNotEmpty();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("detail").asString()).isNotEmpty();
  }

  private static String limit(Response response) {
    return JsonMapper.shared().readTree(response.body()).get("limit").asString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(text.getBytes(UTF_8));
    }
    return compressed.toByteArray();
  }
}

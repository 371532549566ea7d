package io.vigil.generator.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.FakeServer;
import io.vigil.generator.FakeServer.Request;
import io.vigil.generator.FakeServer.Response;
import io.vigil.generator.MutableClock;
import io.vigil.generator.store.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIngestTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Reading ONE = new Reading("p-0001", 17, 1_800_000_000_000L, 7_200);
  private static final Reading TWO = new Reading("p-0001", 18, 1_800_000_001_000L, 7_234);

  private final FakeServer server =
      new FakeServer(request -> Response.of(202, "{\"accepted\":1,\"rejected\":[]}"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsOneReadingAsAnObject() {
    assertThat(push(List.of(ONE))).isEqualTo(new Answer.Decided(Map.of()));

    assertThat(server.requests())
        .containsExactly(
            new Request(
                "POST",
                "/api/v1/readings",
                "Bearer vgd_1",
                "{\"patient\":\"p-0001\",\"vital\":\"heart_rate\",\"time\":1800000000000,"
                    + "\"value\":72,\"seq\":17}"));
  }

  @Test
  void sendsMoreReadingsAsAnArray() {
    push(List.of(ONE, TWO));

    assertThat(server.requests().get(0).body())
        .isEqualTo(
            "[{\"patient\":\"p-0001\",\"vital\":\"heart_rate\",\"time\":1800000000000,"
                + "\"value\":72,\"seq\":17},"
                + "{\"patient\":\"p-0001\",\"vital\":\"heart_rate\",\"time\":1800000001000,"
                + "\"value\":72.34,\"seq\":18}]");
  }

  @Test
  void tellsWhatWasRefusedOfAnAcceptedRequest() {
    server.answer(
        request ->
            Response.of(
                202, "{\"accepted\":1,\"rejected\":[{\"index\":1,\"code\":\"time_too_old\"}]}"));

    assertThat(push(List.of(ONE, TWO))).isEqualTo(new Answer.Decided(Map.of(1, "time_too_old")));
  }

  @Test
  void tellsWhatWasRefusedWhenNothingWasAccepted() {
    server.answer(
        request ->
            Response.of(
                422, "{\"accepted\":0,\"rejected\":[{\"index\":0,\"code\":\"unknown_patient\"}]}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.Decided(Map.of(0, "unknown_patient")));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void comesBackWhenIngestSaysSo(int status) {
    server.answer(request -> Response.of(status, "{}").with("Retry-After", "7"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.of(Duration.ofSeconds(7))));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void tellsThatNothingIsKnownWhenIngestFails(int status) {
    server.answer(request -> Response.of(status, ""));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null", "<html>"})
  void doesNotTakeAnUnreadableAnswerForAnAcknowledgement(String body) {
    server.answer(request -> Response.of(202, body));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.empty()));
  }

  @Test
  void doesNotSendAgainWhatIsRefusedWithoutAReadableReason() {
    server.answer(request -> Response.of(422, "{}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.Unwanted("http_422"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 415})
  void tellsWhenARequestIsUnwanted(int status) {
    server.answer(request -> Response.of(status, "{}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.Unwanted("http_" + status));
  }

  @Test
  void comesBackAtTheDateThatIngestSays() {
    server.answer(
        request -> Response.of(503, "{}").with("Retry-After", "Sat, 21 Nov 2026 08:00:09 GMT"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.of(Duration.ofSeconds(9))));
  }

  @Test
  void tellsWhenARequestIsTooLarge() {
    server.answer(request -> Response.of(413, "{}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.TooLarge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"code\":\"x\"}]", "[{\"index\":1,\"code\":\"x\"}]"})
  void doesNotGuessWhichReadingWasRefused(String rejected) {
    server.answer(request -> Response.of(202, "{\"accepted\":1,\"rejected\":" + rejected + "}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.empty()));
  }

  @Test
  void writesValuesAsShortDecimals() {
    push(
        List.of(
            new Reading("p-1", 1, 0, 0),
            new Reading("p-1", 2, 1, 50),
            new Reading("p-1", 3, 2, 7_205),
            new Reading("p-1", 4, -3, -1_010)));

    assertThat(server.requests().get(0).body())
        .contains("\"value\":0,", "\"value\":0.5,", "\"value\":72.05,", "\"value\":-10.1,")
        .contains("\"time\":-3");
  }

  @Test
  void tellsWhenTheTokenIsNotKnown() {
    server.answer(request -> Response.of(401, "{}"));

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.TokenRefused());
  }

  @Test
  void givesUpOnAnIngestThatHangs() {
    CountDownLatch testIsOver = new CountDownLatch(1);
    server.answer(
        request -> {
          try {
            testIsOver.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Response.of(202, "{}");
        });

    assertThat(push(List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.empty()));
    testIsOver.countDown();
  }

  @Test
  void tellsThatNothingIsKnownWhenNobodyListens() {
    URI address = server.address();
    server.close();

    assertThat(push(address, List.of(ONE))).isEqualTo(new Answer.NotNow(Optional.empty()));
  }

  private Answer push(List<Reading> readings) {
    return push(server.address(), readings);
  }

  private static Answer push(URI address, List<Reading> readings) {
    HttpIngest ingest = new HttpIngest(PushPropertiesInTests.of(address), new MutableClock(NOW));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    ingest.push("vgd_1", readings, answer::complete);
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }
}

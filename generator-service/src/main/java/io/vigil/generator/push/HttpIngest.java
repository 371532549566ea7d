package io.vigil.generator.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ingest's REST API, over connections that are kept open. For any thread. */
@Component
class HttpIngest implements Ingest {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final int THREADS = 2;
  private static final Answer NO_ANSWER = new Answer.NotNow(Optional.empty());

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .executor(
              Executors.newFixedThreadPool(
                  THREADS,
                  work -> {
                    Thread thread = new Thread(work, "push-http");
                    thread.setDaemon(true);
                    return thread;
                  }))
          .build();
  private final URI address;
  private final Duration answerWithin;

  HttpIngest(PushProperties properties) {
    this.address = URI.create(properties.ingest() + "/api/v1/readings");
    this.answerWithin = properties.answerWithin();
  }

  @Override
  public void push(
      String token, String patient, List<Reading> readings, Consumer<Answer> whenAnswered) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(answerWithin)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(ReadingJson.of(patient, readings)))
            .build();
    var unused =
        http.sendAsync(request, BodyHandlers.ofByteArray())
            .handle((response, failure) -> response == null ? NO_ANSWER : answer(response))
            .thenAccept(whenAnswered);
  }

  private Answer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 202 -> decided(response.body()).orElse(NO_ANSWER);
      case 422 -> decided(response.body()).orElse(new Answer.Unwanted("http_422"));
      case 401 -> new Answer.TokenRefused();
      case 400, 403, 404, 405, 413, 415 -> new Answer.Unwanted("http_" + status);
      default -> new Answer.NotNow(retryAfter(response));
    };
  }

  /** What the body says, or empty if it does not say what became of the readings. */
  private Optional<Answer> decided(byte[] body) {
    try {
      JsonNode answer = json.readTree(body);
      if (!answer.path("accepted").isIntegralNumber()) {
        return Optional.empty();
      }
      List<String> refused = new ArrayList<>();
      for (JsonNode reading : answer.path("rejected")) {
        refused.add(reading.path("code").asString("unknown"));
      }
      return Optional.of(new Answer.Decided(refused));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** In seconds; a date is not understood, and counts as nothing said. */
  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}

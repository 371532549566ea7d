package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final InstantSource clock;

  HttpIngest(PushProperties properties, InstantSource clock) {
    this.clock = clock;
    this.address = URI.create(properties.ingest() + "/api/v1/readings");
    this.answerWithin = properties.answerWithin();
  }

  @Override
  public void push(String token, List<Reading> readings, Consumer<Answer> whenAnswered) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(answerWithin)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(ReadingJson.of(readings)))
            .build();
    var unused =
        http.sendAsync(request, BodyHandlers.ofByteArray())
            .handle(
                (response, failure) ->
                    response == null ? NO_ANSWER : answer(response, readings.size()))
            .thenAccept(whenAnswered);
  }

  private Answer answer(HttpResponse<byte[]> response, int readings) {
    int status = response.statusCode();
    return switch (status) {
      case 202 -> decided(response.body(), readings).orElse(NO_ANSWER);
      case 422 -> decided(response.body(), readings).orElse(new Answer.Unwanted("http_422"));
      case 401 -> new Answer.TokenRefused();
      case 413 -> new Answer.TooLarge();
      case 400, 403, 404, 405, 415 -> new Answer.Unwanted("http_" + status);
      default -> new Answer.NotNow(retryAfter(response));
    };
  }

  /** What the body says, or empty if it does not say what became of each of the readings. */
  private Optional<Answer> decided(byte[] body, int readings) {
    try {
      JsonNode answer = json.readTree(body);
      if (!answer.path("accepted").isIntegralNumber()) {
        return Optional.empty();
      }
      Map<Integer, String> refused = new HashMap<>();
      for (JsonNode reading : answer.path("rejected")) {
        int index = reading.path("index").asInt(-1);
        if (index < 0 || index >= readings) {
          return Optional.empty();
        }
        refused.put(index, reading.path("code").asString("unknown"));
      }
      return Optional.of(new Answer.Decided(refused));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> RetryAfter.parse(value, clock.instant()));
  }
}

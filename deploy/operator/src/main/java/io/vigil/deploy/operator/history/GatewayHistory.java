package io.vigil.deploy.operator.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.operator.balance.Kept;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's history as one person may see it. */
public final class GatewayHistory {
  private static final long ASKED_AT_ONCE_MS = Duration.ofHours(6).toMillis();
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  private GatewayHistory(String gateway, String username, String password) {
    this.api = gateway + "/api/v1";
    this.token = signIn(username, password);
  }

  /**
   * Signs in.
   *
   * @throws HistoryUnanswered if the gateway does not let them, or does not answer
   */
  public static GatewayHistory as(String username, String password, String gateway) {
    return new GatewayHistory(gateway, username, password);
  }

  /**
   * Every reading of the series from one event time to another, both included.
   *
   * @throws HistoryUnanswered if there is no answer, or one that says that it is not complete
   */
  public List<Kept> of(SeriesName series, long fromMs, long toMs) {
    List<Kept> all = new ArrayList<>();
    for (long from = fromMs; from <= toMs; from += ASKED_AT_ONCE_MS) {
      long until = Math.min(toMs + 1, from + ASKED_AT_ONCE_MS);
      add(ask(series, from, until), from, until, all);
    }
    return all;
  }

  /**
   * Every reading of each series from the first that was sent of it to the last.
   *
   * @throws HistoryUnanswered as {@link #of(SeriesName, long, long)} does
   */
  public Map<SeriesName, List<Kept>> of(Map<SeriesName, List<Sent>> sent) {
    Map<SeriesName, List<Kept>> history = new HashMap<>();
    sent.forEach(
        (series, readings) -> {
          LongSummaryStatistics range =
              readings.stream().mapToLong(Sent::timeMs).summaryStatistics();
          history.put(series, of(series, range.getMin(), range.getMax()));
        });
    return history;
  }

  private JsonNode ask(SeriesName series, long fromMs, long untilMs) {
    String path =
        "/patients/%s/readings?vital=%s&from=%d&to=%d"
            .formatted(series.patient(), series.vital(), fromMs, untilMs);
    JsonNode answer =
        send(
            HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token));
    if (answer.path("partial").asBoolean(false)) {
      throw new HistoryUnanswered("the history's answer for " + series + " is partial");
    }
    return answer;
  }

  private static void add(JsonNode answer, long fromMs, long untilMs, List<Kept> into) {
    for (JsonNode point : answer.get("points")) {
      long timeMs = point.get(0).asLong();
      if (timeMs >= fromMs && timeMs < untilMs) {
        BigDecimal value = point.get(1).decimalValue();
        into.add(new Kept(timeMs, value.movePointRight(2).intValueExact()));
      }
    }
  }

  private String signIn(String username, String password) {
    String body = json.writeValueAsString(Map.of("username", username, "password", password));
    return send(HttpRequest.newBuilder(URI.create(api + "/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .get("token")
        .asString();
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpRequest complete = request.timeout(ANSWERS_WITHIN).build();
    String path = complete.uri().getPath();
    try {
      HttpResponse<byte[]> response = http.send(complete, BodyHandlers.ofByteArray());
      if (response.statusCode() != OK) {
        throw new HistoryUnanswered("%s was answered %d".formatted(path, response.statusCode()));
      }
      return json.readTree(new String(response.body(), UTF_8));
    } catch (IOException e) {
      throw new HistoryUnanswered(path + " was not answered: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HistoryUnanswered(path + " was not answered in time");
    }
  }
}

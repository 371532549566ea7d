package io.vigil.gateway.limits;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an alert-service what its rules would have said. */
@Component
class AlertService {
  private static final Logger log = LoggerFactory.getLogger(AlertService.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final BlockCodec codec = new BlockCodec();
  private final BacktestProperties properties;
  private final JsonMapper json;

  AlertService(BacktestProperties properties, JsonMapper json) {
    this.properties = properties;
    this.json = json;
  }

  private record Question(
      String patient, Map<String, byte[]> readings, Limits inForce, Limits proposed) {}

  /**
   * The episodes that both limits would have given on these readings: {@code inForce} and {@code
   * proposed}.
   *
   * @throws NoBacktest if nobody answers in time
   */
  JsonNode backtest(
      String patient, Map<Vital, ReadingColumns> readings, Limits inForce, Limits proposed) {
    Map<String, byte[]> blocks = new LinkedHashMap<>();
    readings.forEach((vital, columns) -> blocks.put(vital.code(), codec.encode(columns)));
    byte[] body = json.writeValueAsBytes(new Question(patient, blocks, inForce, proposed));
    URI uri = properties.alertServiceUrl().resolve("/internal/v1/backtest");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(properties.answerWithin())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() == OK) {
        return json.readTree(response.body());
      }
      log.warn("alert-service answers a back-test with {}", response.statusCode());
    } catch (IOException | JacksonException e) {
      log.warn("No back-test by alert-service: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw NoBacktest.unavailable();
  }
}

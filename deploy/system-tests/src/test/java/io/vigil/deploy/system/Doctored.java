package io.vigil.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import io.vigil.deploy.operator.ledger.LedgerFolder;
import io.vigil.deploy.operator.ledger.LedgerLine;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.wire.Reading;
import io.vigil.schema.wire.Readings;
import io.vigil.schema.wire.Series;
import io.vigil.schema.wire.Vital;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A Vigil that has gone wrong for one patient: the ledger has an acknowledged reading that is
 * nowhere, the log one that nobody sent, and the history, which is asked through a gateway in
 * front, has one twice and lacks another. Its generator has to stand still meanwhile.
 */
final class Doctored implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** Doctored are readings after this many, when everything has long been at rest. */
  private static final int FIRST = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final SeriesName series;
  private final List<Sent> sent;
  private final Path credentials;
  private final String before;
  private final String gateway;
  private final Path line;
  private final HttpServer front;

  private Doctored(VigilStack stack, String patient) throws IOException {
    series = new SeriesName(patient, "heart_rate");
    Path ledger = stack.home().resolve("generator-service").resolve("ledger");
    sent =
        new LedgerFolder(ledger)
            .read(0).sent().getOrDefault(series, List.of()).stream()
                .filter(reading -> reading.outcome() == Outcome.ACKNOWLEDGED)
                .toList();
    credentials = stack.home().resolve("credentials.json");
    before = Files.readString(credentials);
    gateway = Person.credentials(stack).get("gateway").asString();
    line = ledger.resolve("ledger-%d-99.csv".formatted(sent.get(FIRST).timeMs() / 3_600_000));
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  static Doctored of(VigilStack stack, String patient) throws IOException {
    Doctored doctored = new Doctored(stack, patient);
    doctored.loseInTheLog();
    doctored.addToTheLog(Person.credentials(stack).get("kafka").asString());
    doctored.standBeforeTheGateway();
    return doctored;
  }

  /** What is to be found, in the words of {@code ./vigil verify}. */
  List<String> expected() {
    return List.of(
        finding("lost", lostInTheLogMs(), "is not in the log"),
        finding("lost", lostInTheHistoryMs(), "is in the log and not in the history"),
        finding("twice", twiceMs(), "is 2 times in the history"),
        finding("phantom", phantomMs(), "is in the log and was never sent"));
  }

  private String finding(String fault, long timeMs, String detail) {
    return "%-9s %s %s %s".formatted(fault, series, Instant.ofEpochMilli(timeMs), detail);
  }

  private long lostInTheLogMs() {
    return sent.get(FIRST).timeMs() + 1;
  }

  private long phantomMs() {
    return sent.get(FIRST).timeMs() + 2;
  }

  private long lostInTheHistoryMs() {
    return sent.get(FIRST + 1).timeMs();
  }

  private long twiceMs() {
    return sent.get(FIRST + 2).timeMs();
  }

  private void loseInTheLog() throws IOException {
    Sent never = new Sent(lostInTheLogMs(), 7_200, Outcome.ACKNOWLEDGED, "");
    Files.writeString(line, new LedgerLine(series, never, "0") + "\n");
  }

  private void addToTheLog(String kafka) {
    Readings readings =
        Readings.newBuilder()
            .setPatient(series.patient())
            .setDevice("nobody's")
            .setIngestTimeMs(System.currentTimeMillis())
            .addSeries(
                Series.newBuilder()
                    .setVital(Vital.VITAL_HEART_RATE)
                    .addReadings(
                        Reading.newBuilder().setEventTimeMs(phantomMs()).setValueHundredths(7_200)))
            .build();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused =
          producer.send(
              new ProducerRecord<>(Topics.READINGS, series.patient(), readings.toByteArray()));
    }
  }

  private void standBeforeTheGateway() throws IOException {
    front.createContext("/", this::answer);
    front.start();
    Files.writeString(
        credentials, before.replace(gateway, "http://127.0.0.1:" + front.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Authorization", "Content-Type")) {
      exchange.getRequestHeaders().getOrDefault(header, List.of()).stream()
          .forEach(value -> request.header(header, value));
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      String path = exchange.getRequestURI().getPath();
      String body =
          path.endsWith("/" + series.patient() + "/readings")
              ? doctored(response.body())
              : response.body();
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(response.statusCode(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private String doctored(String answer) {
    JsonNode history = JSON.readTree(answer);
    ArrayNode points = (ArrayNode) history.get("points");
    ArrayNode wrong = points.arrayNode();
    for (JsonNode point : points) {
      long timeMs = point.get(0).asLong();
      if (timeMs != lostInTheHistoryMs()) {
        wrong.add(point);
      }
      if (timeMs == twiceMs()) {
        wrong.add(point);
      }
    }
    points.removeAll();
    points.addAll(wrong);
    return JSON.writeValueAsString(history);
  }

  /** All as it was, but for the log, from which nothing can be taken. */
  @Override
  public void close() throws IOException {
    Files.writeString(credentials, before);
    Files.deleteIfExists(line);
    front.stop(0);
  }
}

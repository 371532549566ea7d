package io.vigil.deploy.fault;

import io.vigil.deploy.fault.SeededRegistry.Bedside;
import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A device that measures, pushes until ingest has decided, and writes down the decision. It keeps
 * what it measured over refusals and silence; it does not obey {@code Retry-After}, for the tests
 * measure when ingest is back.
 */
final class PushingDevice implements Runnable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final long AGAIN_AFTER_MS = 100;
  private static final int READINGS_AT_ONCE = 3;
  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Bedside bedside;
  private final SeriesName series;
  private final List<URI> ingests;
  private final DeviceLedger ledger;
  private final Answers answers;
  private final CountDownLatch stop;
  private final Duration every;
  private final Random random;
  private int ingest;
  private long seq;
  private long lastMs;

  PushingDevice(
      Bedside bedside,
      List<URI> ingests,
      DeviceLedger ledger,
      Answers answers,
      CountDownLatch stop,
      Duration every,
      Random random) {
    this.bedside = bedside;
    this.series = new SeriesName(bedside.patient(), "heart_rate");
    this.ingests = List.copyOf(ingests);
    this.ledger = ledger;
    this.answers = answers;
    this.stop = stop;
    this.every = every;
    this.random = random;
  }

  @Override
  public void run() {
    try {
      while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        List<Sent> measured = measure();
        while (!push(measured)) {
          boolean unused = never.await(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS);
        }
        measured.forEach(reading -> ledger.add(series, reading, seq++));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Sent> measure() {
    List<Sent> readings = new ArrayList<>();
    for (int i = 0; i < READINGS_AT_ONCE; i++) {
      lastMs = Math.max(lastMs + 1, System.currentTimeMillis());
      readings.add(new Sent(lastMs, 6_000 + random.nextInt(4_000), Outcome.ACKNOWLEDGED, ""));
    }
    return readings;
  }

  /** Whether all of them are acknowledged. */
  private boolean push(List<Sent> readings) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(ingests.get(ingest))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + bedside.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json(readings)))
            .build();
    long begun = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      answers.add(
          response.statusCode(),
          response.headers().firstValue("Retry-After").isPresent(),
          System.nanoTime() - begun);
      return response.statusCode() == ACCEPTED && response.body().contains("\"rejected\":[]");
    } catch (IOException e) {
      answers.add(Answers.NONE, false, System.nanoTime() - begun);
      ingest = (ingest + 1) % ingests.size();
      return false;
    }
  }

  private static String json(List<Sent> readings) {
    StringBuilder json = new StringBuilder("[");
    for (Sent reading : readings) {
      json.append(json.length() > 1 ? "," : "")
          .append("{\"vital\":\"heart_rate\",\"time\":")
          .append(reading.timeMs())
          .append(",\"value\":")
          .append(reading.valueHundredths() / 100.0)
          .append('}');
    }
    return json.append(']').toString();
  }
}

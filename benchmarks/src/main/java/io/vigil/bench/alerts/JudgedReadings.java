package io.vigil.bench.alerts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How many readings an alert service has judged, as it tells Prometheus. */
final class JudgedReadings {
  private static final String COUNTER = "vigil_readings_forwarded_total{stage=\"alert\"}";
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(100).toNanos();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest metrics;

  JudgedReadings(int managementPort) {
    this.metrics =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
            .build();
  }

  /**
   * Waits until it has judged so many since its start.
   *
   * @throws IllegalStateException if it has judged fewer after a while, or more
   */
  void await(long readings) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + WITHIN.toNanos();
    long judged = count();
    while (judged < readings && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      judged = count();
    }
    if (judged != readings) {
      throw new IllegalStateException("judged %d readings of %d".formatted(judged, readings));
    }
  }

  private long count() throws IOException, InterruptedException {
    return http.send(metrics, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(COUNTER))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package io.vigil.deploy.operator.counter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks services for their counters. */
public final class Scrape {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();

  /** What a service has counted; empty if it does not answer. */
  public Optional<ServiceCounters> of(String service, String host, int managementPort) {
    URI address = URI.create("http://%s:%d/actuator/prometheus".formatted(host, managementPort));
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWERS_WITHIN).build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return response.statusCode() == OK
          ? Optional.of(ServiceCounters.parse(service, response.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

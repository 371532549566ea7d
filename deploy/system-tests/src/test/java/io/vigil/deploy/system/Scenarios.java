package io.vigil.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Makes something happen to a simulated patient, by the generator's API. */
final class Scenarios {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  Scenarios(VigilStack stack) {
    address =
        URI.create("http://127.0.0.1:" + stack.port("VIGIL_GENERATOR_PORT") + "/api/v1/scenarios");
  }

  void start(String patient, String kind, int seconds) {
    String body =
        "{\"patient\":\"%s\",\"kind\":\"%s\",\"seconds\":%d}".formatted(patient, kind, seconds);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

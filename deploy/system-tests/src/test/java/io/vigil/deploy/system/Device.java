package io.vigil.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bedside device of the test's own, which keeps account of what was acknowledged. */
public final class Device {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final int ACCEPTED = 202;

  private final HttpClient http = HttpClient.newHttpClient();
  private final SortedMap<Long, Double> acknowledged = new TreeMap<>();
  private final String patient;
  private final URI ingest;
  private final String token;

  private Device(String patient, URI ingest, String token) {
    this.patient = patient;
    this.ingest = ingest;
    this.token = token;
  }

  /** Admits a patient with this device, and grants dr-adams to see them. */
  public static Device ofNewPatient(VigilStack stack, String patient) {
    Person admin = Person.signedIn(stack, "admin");
    admin.put(
        "/patients/" + patient,
        Map.of("name", "Test " + patient, "ward", "Test", "bed", patient, "priority", "normal"));
    admin.put("/patients/" + patient + "/grants/dr-adams", Map.of());
    String token =
        admin
            .put("/devices/dev-" + patient, Map.of("patients", List.of(patient)))
            .get("token")
            .asString();
    String ingest = Person.credentials(stack).get("ingest").asString();
    return new Device(patient, URI.create(ingest + "/api/v1/readings"), token);
  }

  public String patient() {
    return patient;
  }

  /** Pushes one heart rate; returns whether it was acknowledged. */
  public boolean push(long eventTimeMs, int value) {
    return push(List.of(Map.entry(eventTimeMs, value)));
  }

  /**
   * Pushes heart rates in one request.
   *
   * @param readings event time in milliseconds and value, in any order
   * @return whether all were acknowledged
   */
  public boolean push(List<Map.Entry<Long, Integer>> readings) {
    String body =
        readings.stream()
            .map(
                reading ->
                    "{\"vital\":\"heart_rate\",\"time\":%d,\"value\":%d}"
                        .formatted(reading.getKey(), reading.getValue()))
            .collect(Collectors.joining(",", "[", "]"));
    HttpRequest request =
        HttpRequest.newBuilder(ingest)
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      boolean accepted =
          answer.statusCode() == ACCEPTED && answer.body().contains("\"rejected\":[]");
      if (accepted) {
        readings.forEach(one -> acknowledged.put(one.getKey(), (double) one.getValue()));
      }
      return accepted;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** What was acknowledged so far: value by event time in milliseconds. */
  public SortedMap<Long, Double> acknowledged() {
    return acknowledged;
  }
}

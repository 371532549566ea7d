package io.vigil.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the gateway's history has of a patient's heart rate. */
public final class History {
  private static final long SECOND_MS = 1_000;

  private final SortedMap<Long, Double> values = new TreeMap<>();

  private History() {}

  /** Everything between two instants, each reading once or the test fails. */
  public static History of(Person person, String patient, Instant from, Instant to) {
    JsonNode answer =
        person.get(
            "/patients/%s/readings?vital=heart_rate&from=%d&to=%d"
                .formatted(patient, from.toEpochMilli(), to.toEpochMilli()));
    History history = new History();
    for (JsonNode point : answer.get("points")) {
      Double before = history.values.put(point.get(0).asLong(), point.get(1).asDouble());
      assertThat(before).as("twice in the history: %s", point).isNull();
    }
    return history;
  }

  /** Values by event time in milliseconds. */
  public SortedMap<Long, Double> values() {
    return values;
  }

  /** Where two readings that follow each other are further apart than a device measures. */
  List<String> holes() {
    List<String> holes = new ArrayList<>();
    Long before = null;
    for (Long time : values.keySet()) {
      if (before != null && time - before > SECOND_MS) {
        holes.add("%s + %d ms".formatted(Instant.ofEpochMilli(before), time - before));
      }
      before = time;
    }
    return holes;
  }
}

package io.vigil.bench.alerts;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one alarm event says, as far as both contenders have to agree on it. */
record Told(String patient, String rule, String state, long onsetMs, long timeMs) {
  private static final JsonMapper JSON = new JsonMapper();

  /** As it lies in the topic of the stock contender. */
  byte[] toJson() {
    Map<String, String> data =
        Map.of(
            "patient",
            patient,
            "rule",
            rule,
            "state",
            state,
            "onset",
            Instant.ofEpochMilli(onsetMs).toString(),
            "time",
            Instant.ofEpochMilli(timeMs).toString());
    return JSON.writeValueAsBytes(
        Map.of("specversion", "1.0", "type", "vigil.alert." + state + ".v1", "data", data));
  }

  /** Heartbeats lie in the topic as well. */
  static boolean isAlarm(byte[] json) {
    return JSON.readTree(json).path("type").asString("").startsWith("vigil.alert.");
  }

  static Told fromJson(byte[] json) {
    JsonNode data = JSON.readTree(json).get("data");
    return new Told(
        data.get("patient").asString(),
        data.get("rule").asString(),
        data.get("state").asString(),
        Instant.parse(data.get("onset").asString()).toEpochMilli(),
        Instant.parse(data.get("time").asString()).toEpochMilli());
  }
}

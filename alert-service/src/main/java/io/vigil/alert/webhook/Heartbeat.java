package io.vigil.alert.webhook;

import java.time.Instant;

/**
 * What tells a target that Vigil lives: a CloudEvent like the alarms, with nothing to decide. Who
 * hears none for thirty seconds must assume that Vigil is dead.
 *
 * @param id unique per heartbeat
 */
record Heartbeat(String id, String json) {
  static Heartbeat at(Instant time) {
    String id = "heartbeat-" + time.toEpochMilli();
    String json =
        """
        {"specversion":"1.0","id":"%s","source":"/vigil/alert-service",\
        "type":"vigil.heartbeat.v1","time":"%s"}\
        """
            .formatted(id, time);
    return new Heartbeat(id, json);
  }
}

package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What says on the topic vitals.alerts every few seconds that a partition's patients are watched: a
 * CloudEvent 1.0 in structured JSON, which is no alert.
 *
 * @param partition whose patients are watched; the heartbeat lies in it
 * @param at when it was written, by the clock of who wrote it
 * @param watermark everything that was taken in before is judged; null where nothing was yet
 */
public record Heartbeat(int partition, Instant at, @Nullable Instant watermark) {
  /** The type of the event. */
  public static final String TYPE = "vigil.heartbeat.v1";

  private static final JsonMapper JSON = new JsonMapper();

  @JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "data"
  })
  private record Event(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      Data data) {}

  private record Data(int partition, @Nullable Instant watermark) {}

  /** The key of its record. */
  public String key() {
    return "vigil/" + partition;
  }

  /** This event in UTF-8 JSON. */
  public byte[] toJson() {
    return JSON.writeValueAsBytes(
        new Event(
            "1.0",
            "heartbeat-" + partition + "-" + at.toEpochMilli(),
            AlertEvent.SOURCE,
            TYPE,
            key(),
            at,
            "application/json",
            new Data(partition, watermark)));
  }
}

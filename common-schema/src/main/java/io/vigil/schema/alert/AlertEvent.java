package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert in its envelope: a CloudEvent 1.0 in structured JSON, as it lies in the topic
 * vitals.alerts under the patient's key.
 *
 * @param specversion always {@code 1.0}
 * @param id unique per event: the episode's id and its revision, so that a receiver can drop
 *     repeats
 * @param source always {@link #SOURCE}
 * @param type {@code vigil.alert.<state>.v1}
 * @param subject the patient's id
 * @param time when the state was reached
 * @param datacontenttype always {@code application/json}
 * @param data the alert
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0</a>
 */
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
public record AlertEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    Alert data) {

  /** Who speaks. */
  public static final String SOURCE = "/vigil/alert-service";

  /** The media type, as it stands in the Kafka header {@code content-type}. */
  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The event that tells this revision. */
  public static AlertEvent of(Alert alert) {
    return new AlertEvent(
        "1.0",
        alert.id() + "-" + alert.revision(),
        SOURCE,
        "vigil.alert." + alert.state().code() + ".v1",
        alert.patient(),
        alert.time(),
        "application/json",
        alert);
  }

  /** This event in UTF-8 JSON. */
  public byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads what lies in the topic: an alarm event, or something else that Vigil tells there, such as
   * a {@link Heartbeat}, which a reader of alarms passes over.
   *
   * @throws IllegalArgumentException if the bytes are no event
   */
  public static Optional<AlertEvent> alertIn(byte[] json) {
    try {
      JsonNode event = JSON.readTree(json);
      String type = event.path("type").asString("");
      boolean isOther = type.startsWith("vigil.") && !type.startsWith("vigil.alert.");
      return isOther ? Optional.empty() : Optional.of(fromJson(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an event: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads an event; members that this version does not know are passed over.
   *
   * @throws IllegalArgumentException if the bytes are not an alarm event
   */
  public static AlertEvent fromJson(byte[] json) {
    try {
      AlertEvent event = JSON.readValue(json, AlertEvent.class);
      if (event == null || event.data() == null || event.data().id() == null) {
        throw new IllegalArgumentException("not an alarm event: no data");
      }
      return event;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an alarm event: " + e.getOriginalMessage(), e);
    }
  }
}

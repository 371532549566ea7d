package io.vigil.gateway.tail;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells what kind of CloudEvent some bytes are, before more of them is understood. */
record EventType(@Nullable String type) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The event's {@code type}, for example {@code vigil.alert.raised.v1}.
   *
   * @throws IllegalArgumentException if the bytes are no CloudEvent
   */
  static String of(byte[] json) {
    try {
      EventType event = JSON.readValue(json, EventType.class);
      if (event != null && event.type != null) {
        return event.type;
      }
      throw new IllegalArgumentException("no event: it has no type");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no event: " + e.getOriginalMessage(), e);
    }
  }
}

package io.vigil.schema.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What one record of the topic vitals.alert-commands says, of one patient, by one person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Acknowledge.class, name = "acknowledge"),
  @JsonSubTypes.Type(value = Pause.class, name = "pause"),
  @JsonSubTypes.Type(value = Resume.class, name = "resume"),
  @JsonSubTypes.Type(value = LimitsChange.class, name = "limits")
})
public sealed interface AlertCommand permits Acknowledge, Pause, Resume, LimitsChange {

  /** The patient's id, which is the record's key. */
  String patient();

  /** When it was given, by the clock of who wrote it; the record's timestamp as well. */
  Instant at();

  /** Who gave it: a user name. */
  String by();

  /** The record's value in UTF-8 JSON. */
  default byte[] toJson() {
    return Json.MAPPER.writeValueAsBytes(this);
  }

  /**
   * Reads a record's value; members that this version does not know are passed over.
   *
   * @throws IllegalArgumentException if the bytes are no command; the message has nothing of the
   *     patient in it
   */
  static AlertCommand fromJson(byte[] json) {
    if (json.length > CommandBounds.BYTES) {
      throw new IllegalArgumentException("a command of more than " + CommandBounds.BYTES + " byte");
    }
    try {
      AlertCommand command = Json.MAPPER.readValue(json, AlertCommand.class);
      if (command == null) {
        throw new IllegalArgumentException("not a command: null");
      }
      return command;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  private static String reason(JacksonException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException refused) {
        return "not a command: " + refused.getMessage();
      }
    }
    return "not a command";
  }

  /** Holds the mapper, since an interface can hold nothing privately. */
  final class Json {
    private static final JsonMapper MAPPER =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}
  }
}

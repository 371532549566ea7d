package io.vigil.gateway.live;

import io.vigil.schema.registry.RegistryKey;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what clients say. */
final class MessageReader {
  private static final String FOLLOWED = "followed";

  private final JsonMapper json;

  MessageReader(JsonMapper json) {
    this.json = json;
  }

  /** A message that is none. */
  static final class MalformedMessage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    MalformedMessage(String code, String detail) {
      super(detail);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  ClientMessage read(String text) throws MalformedMessage {
    JsonNode message = parse(text);
    String type = message.path("type").asString("");
    return switch (type) {
      case "hello" -> new ClientMessage.Hello(token(message));
      case "follow" -> new ClientMessage.Follow(followed(message), resume(message));
      case "unfollow" -> new ClientMessage.Unfollow(patients(message));
      default ->
          throw new MalformedMessage("unknown_type", "type can be hello, follow or unfollow");
    };
  }

  private JsonNode parse(String text) throws MalformedMessage {
    try {
      JsonNode message = json.readTree(text);
      if (message.isObject()) {
        return message;
      }
    } catch (JacksonException e) {
      // Told below: to the client it is the same.
    }
    throw new MalformedMessage("malformed_json", "A message is one JSON object");
  }

  private static String token(JsonNode message) throws MalformedMessage {
    JsonNode token = message.path("token");
    if (!token.isString()) {
      throw new MalformedMessage("token_missing", "hello needs a token");
    }
    return token.asString();
  }

  private static @Nullable Set<String> followed(JsonNode message) throws MalformedMessage {
    JsonNode patients = message.path("patients");
    boolean all = patients.isString() && patients.asString().equals(FOLLOWED);
    return all ? null : patients(message);
  }

  private static Set<String> patients(JsonNode message) throws MalformedMessage {
    JsonNode patients = message.path("patients");
    if (!patients.isArray()) {
      throw new MalformedMessage("patients_missing", "patients is a list of ids");
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode patient : patients) {
      if (!patient.isString() || !RegistryKey.isId(patient.asString())) {
        throw new MalformedMessage("malformed_id", "patients has something that is no id");
      }
      ids.add(patient.asString());
    }
    return ids;
  }

  private static @Nullable Cursor resume(JsonNode message) throws MalformedMessage {
    JsonNode resume = message.path("resume");
    if (resume.isMissingNode() || resume.isNull()) {
      return null;
    }
    try {
      return Cursor.parse(resume.asString(""));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage("malformed_cursor", "resume is not a cursor of ours");
    }
  }
}

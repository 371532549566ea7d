package io.vigil.schema.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What one record of the topic vitals.registry says; a record without a value takes it back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Patient.class, name = "patient"),
  @JsonSubTypes.Type(value = Device.class, name = "device"),
  @JsonSubTypes.Type(value = Grant.class, name = "grant"),
  @JsonSubTypes.Type(value = Follow.class, name = "follow"),
  @JsonSubTypes.Type(value = Ward.class, name = "ward")
})
public sealed interface RegistryEntry permits Patient, Device, Grant, Follow, Ward {

  /** The record's key, {@code kind/id}. */
  String key();

  /** The record's value in UTF-8 JSON. */
  default byte[] toJson() {
    return Json.MAPPER.writeValueAsBytes(this);
  }

  /**
   * Reads a record's value; members that this version does not know are passed over.
   *
   * @throws IllegalArgumentException if the bytes are no registry entry
   */
  static RegistryEntry fromJson(byte[] json) {
    try {
      RegistryEntry entry = Json.MAPPER.readValue(json, RegistryEntry.class);
      if (entry == null) {
        throw new IllegalArgumentException("not a registry entry: null");
      }
      return entry;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a registry entry: " + e.getOriginalMessage(), e);
    }
  }

  /** Holds the mapper, since an interface can hold nothing privately. */
  final class Json {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Json() {}
  }
}

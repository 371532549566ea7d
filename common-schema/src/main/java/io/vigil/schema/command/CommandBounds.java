package io.vigil.schema.command;

import io.vigil.schema.registry.RegistryKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What bounds the members of a command; each check returns what it was given, or throws. */
final class CommandBounds {
  /** Of a whole command in JSON. */
  static final int BYTES = 16 * 1_024;

  private static final int NAME = 128;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private CommandBounds() {}

  static String patient(@Nullable String id) {
    if (id == null || !RegistryKey.isId(id)) {
      throw new IllegalArgumentException("patient is no id");
    }
    return id;
  }

  /** A patient, or a group of them that falls silent as a whole. */
  static String patientOrGroup(@Nullable String id) {
    return id != null && RegistryKey.isGroup(id) ? id : patient(id);
  }

  static String alert(@Nullable String id) {
    if (id == null || !RegistryKey.isId(id)) {
      throw new IllegalArgumentException("alert is no id");
    }
    return id;
  }

  static Instant at(@Nullable Instant time) {
    if (time == null || time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw new IllegalArgumentException("at is missing, or no time of ours");
    }
    return time;
  }

  static String by(@Nullable String name) {
    return text("by", name, NAME);
  }

  /** Text with something in it, of at most this many characters. */
  static String text(String member, @Nullable String text, int atMost) {
    if (text == null || text.isBlank() || text.length() > atMost) {
      throw new IllegalArgumentException(member + " is not of 1 to " + atMost + " characters");
    }
    return text;
  }
}

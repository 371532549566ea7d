package io.vigil.schema.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names episodes so that a replay of the log names them the same. */
public final class AlertId {
  private AlertId() {}

  /**
   * The id of the episode of this patient, vital and rule that began at this time; it follows from
   * these alone (a name-based UUID as of RFC 9562, version 3), never from value or priority.
   */
  public static String of(String patient, @Nullable String vital, AlertRule rule, Instant onset) {
    String name = patient + '\n' + vital + '\n' + rule.code() + '\n' + onset.toEpochMilli();
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}

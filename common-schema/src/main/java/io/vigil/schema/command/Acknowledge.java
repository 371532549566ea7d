package io.vigil.schema.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has taken an alarm.
 *
 * @param patient the patient's id, or the group that fell silent as a whole, for example {@code
 *     device/gateway-3}
 * @param alert the episode's id
 * @param note what they noted, at most {@link #NOTE} characters, or null
 */
public record Acknowledge(
    String patient, Instant at, String by, String alert, @Nullable String note)
    implements AlertCommand {

  /** The most characters that a note may have. */
  public static final int NOTE = 1_000;

  public Acknowledge {
    CommandBounds.patientOrGroup(patient);
    CommandBounds.at(at);
    CommandBounds.by(by);
    CommandBounds.alert(alert);
    if (note != null && note.length() > NOTE) {
      throw new IllegalArgumentException("note is of more than " + NOTE + " characters");
    }
  }
}

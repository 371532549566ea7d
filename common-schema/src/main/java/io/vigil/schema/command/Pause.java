package io.vigil.schema.command;

import java.time.Instant;

/**
 * Alarms of this patient up to medium priority are to be silent for a while; high ones break
 * through. A later pause takes the place of one that lasts.
 *
 * @param seconds from {@link #at} on, 1 to {@link #SECONDS}
 * @param reason why, 1 to {@link #REASON} characters
 */
public record Pause(String patient, Instant at, String by, int seconds, String reason)
    implements AlertCommand {

  /** The longest pause: an hour. */
  public static final int SECONDS = 3_600;

  /** The most characters that a reason may have. */
  public static final int REASON = 500;

  public Pause {
    CommandBounds.patient(patient);
    CommandBounds.at(at);
    CommandBounds.by(by);
    if (seconds < 1 || seconds > SECONDS) {
      throw new IllegalArgumentException("seconds are not of 1 to " + SECONDS);
    }
    CommandBounds.text("reason", reason, REASON);
  }

  /** When it ends unless somebody ends it before. */
  public Instant until() {
    return at.plusSeconds(seconds);
  }
}

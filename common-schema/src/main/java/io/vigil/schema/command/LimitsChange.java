package io.vigil.schema.command;

import io.vigil.schema.limit.Limits;
import java.time.Instant;

/**
 * The limits that this patient has of their own, all of them: what is not named goes back to the
 * ward's.
 *
 * @param limits none of which contradicts another of them
 */
public record LimitsChange(String patient, Instant at, String by, Limits limits)
    implements AlertCommand {
  public LimitsChange {
    CommandBounds.patient(patient);
    CommandBounds.at(at);
    CommandBounds.by(by);
    limits
        .contradiction()
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(what);
            });
  }
}

package io.vigil.schema.command;

import java.time.Instant;

/** The pause of this patient's alarms is over; without one it changes nothing. */
public record Resume(String patient, Instant at, String by) implements AlertCommand {
  public Resume {
    CommandBounds.patient(patient);
    CommandBounds.at(at);
    CommandBounds.by(by);
  }
}

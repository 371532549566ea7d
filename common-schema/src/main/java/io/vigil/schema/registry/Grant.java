package io.vigil.schema.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one person to see one patient.
 *
 * @param patient the patient's id
 * @param user the person's user name
 * @param until when it ends, or null where it does not end by itself
 */
public record Grant(String patient, String user, @Nullable Instant until) implements RegistryEntry {

  @Override
  public String key() {
    return RegistryKey.grant(patient, user);
  }

  /** Whether it holds at this time. */
  public boolean holdsAt(Instant now) {
    return until == null || now.isBefore(until);
  }
}

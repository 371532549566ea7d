package io.vigil.schema.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one person to see one patient.
 *
 * @param patient the patient's id
 * @param user the person's user name
 * @param until when it ends, or null where it does not end by itself
 * @param reason why somebody took it for themselves by breaking the glass, or null where it was
 *     given
 */
public record Grant(
    String patient,
    String user,
    @Nullable Instant until,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason)
    implements RegistryEntry {
  /** A right that somebody was given. */
  public Grant(String patient, String user, @Nullable Instant until) {
    this(patient, user, until, null);
  }

  @Override
  public String key() {
    return RegistryKey.grant(patient, user);
  }

  /** Whether it holds at this time. */
  public boolean holdsAt(Instant now) {
    return until == null || now.isBefore(until);
  }
}

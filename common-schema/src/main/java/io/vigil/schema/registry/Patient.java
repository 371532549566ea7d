package io.vigil.schema.registry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A patient who is admitted.
 *
 * @param id for example {@code p-0001}; see {@link RegistryKey#isId}
 * @param name what people call them
 * @param ward for example {@code Ward 3 West}
 * @param bed for example {@code 12}
 * @param priority decides how long the hot window keeps them and how loud their silence is
 * @param admittedAt when they were first put, unchanged by later changes
 */
public record Patient(
    String id, String name, String ward, String bed, Priority priority, Instant admittedAt)
    implements RegistryEntry {
  public Patient {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(ward, "ward");
    requireNonNull(bed, "bed");
    requireNonNull(priority, "priority");
    requireNonNull(admittedAt, "admittedAt");
  }

  /** How much of the platform's attention a patient has. */
  public enum Priority {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("normal")
    NORMAL
  }

  @Override
  public String key() {
    return RegistryKey.patient(id);
  }
}

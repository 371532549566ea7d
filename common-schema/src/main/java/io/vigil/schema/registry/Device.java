package io.vigil.schema.registry;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A device, or a ward gateway, that may push readings.
 *
 * @param id for example {@code dev-p-0001}
 * @param patients whose readings it may push
 * @param tokenHash SHA-256 of its bearer token, in lower-case hexadecimal; the token itself is
 *     random and stored nowhere
 */
public record Device(String id, Set<String> patients, String tokenHash) implements RegistryEntry {
  public Device {
    requireNonNull(id, "id");
    requireNonNull(tokenHash, "tokenHash");
    patients = Set.copyOf(patients);
  }

  @Override
  public String key() {
    return RegistryKey.device(id);
  }
}

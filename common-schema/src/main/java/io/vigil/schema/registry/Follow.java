package io.vigil.schema.registry;

/**
 * A person wants to hear the news of a patient. It gives no right to see them.
 *
 * @param patient the patient's id
 * @param user the person's user name
 */
public record Follow(String patient, String user) implements RegistryEntry {
  @Override
  public String key() {
    return RegistryKey.follow(patient, user);
  }
}

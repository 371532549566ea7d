package io.vigil.schema.registry;

import io.vigil.schema.limit.Limits;

/**
 * What holds for all patients of a ward who have nothing else of their own.
 *
 * @param name as {@link Patient#ward} has it
 * @param limits what is not named stays at {@link Limits#DEFAULTS}
 */
public record Ward(String name, Limits limits) implements RegistryEntry {
  public Ward {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a ward without a name");
    }
    limits
        .contradiction()
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(what);
            });
  }

  @Override
  public String key() {
    return RegistryKey.ward(name);
  }
}

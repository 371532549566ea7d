package io.vigil.gateway.registry;

import io.vigil.gateway.problem.LogUnavailable;
import io.vigil.schema.registry.RegistryEntry;

/** Where changes of the registry are kept. */
public interface RegistryLog {
  /**
   * Returns once the entry is durable and the registry has it.
   *
   * @throws LogUnavailable if that cannot be told; the change may come about later
   */
  void put(RegistryEntry entry);

  /**
   * Returns once it is durable that this key has no entry, and the registry has none.
   *
   * @throws LogUnavailable if that cannot be told; the change may come about later
   */
  void remove(String key);
}

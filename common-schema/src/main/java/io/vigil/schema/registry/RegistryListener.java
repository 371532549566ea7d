package io.vigil.schema.registry;

/** Told of each change of the registry, by the thread that follows the topic. */
@FunctionalInterface
public interface RegistryListener {
  /** Called after the registry has taken in the record of this key. */
  void changed(String key);
}

package io.vigil.gateway.registry;

import io.vigil.gateway.problem.LogUnavailable;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.registry.RegistryListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/** Keeps the registry in memory, and tells its listeners as the follower would. */
@Primary
public final class RegistryInMemory implements RegistryLog {
  private final Registry registry;
  private final List<RegistryListener> listeners;
  private volatile boolean away;

  RegistryInMemory(Registry registry, List<RegistryListener> listeners) {
    this.registry = registry;
    this.listeners = listeners;
  }

  /** From now on the log takes nothing, or takes changes again. */
  public void away(boolean isAway) {
    away = isAway;
  }

  @Override
  public void put(RegistryEntry entry) {
    write(entry.key(), entry.toJson());
  }

  @Override
  public void remove(String key) {
    write(key, null);
  }

  private void write(String key, byte @Nullable [] value) {
    if (away) {
      throw new LogUnavailable();
    }
    registry.apply(key, value);
    listeners.forEach(listener -> listener.changed(key));
  }
}

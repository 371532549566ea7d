package io.vigil.storage.patients;

import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.storage.hot.HotProperties;
import io.vigil.storage.hot.Retention;
import java.time.Duration;

/** Patients of high priority stay longer; who is not admitted counts as everybody else. */
final class PriorityRetention implements Retention {
  private final Registry registry;
  private final HotProperties properties;

  PriorityRetention(Registry registry, HotProperties properties) {
    this.registry = registry;
    this.properties = properties;
  }

  @Override
  public Duration of(String patient) {
    return registry
        .patient(patient)
        .filter(admitted -> admitted.priority() == Patient.Priority.HIGH)
        .map(admitted -> properties.keepHighPriority())
        .orElse(properties.keepOthers());
  }
}

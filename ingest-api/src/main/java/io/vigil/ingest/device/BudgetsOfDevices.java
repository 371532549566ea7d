package io.vigil.ingest.device;

import io.vigil.ingest.limit.Budgets;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryListener;

/** Forgets the budgets of devices that are registered no more. */
final class BudgetsOfDevices implements RegistryListener {
  private static final String DEVICE = "device/";

  private final Registry registry;
  private final Budgets budgets;

  BudgetsOfDevices(Registry registry, Budgets budgets) {
    this.registry = registry;
    this.budgets = budgets;
  }

  @Override
  public void changed(String key) {
    if (key.startsWith(DEVICE)) {
      String id = key.substring(DEVICE.length());
      if (registry.device(id).isEmpty()) {
        budgets.forget(id);
      }
    }
  }
}

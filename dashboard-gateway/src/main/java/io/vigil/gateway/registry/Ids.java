package io.vigil.gateway.registry;

import io.vigil.schema.registry.RegistryKey;

/** Checks ids that come in paths and bodies. */
final class Ids {
  private Ids() {}

  /**
   * This id, if it can be one.
   *
   * @throws MalformedId if it cannot
   */
  static String checked(String kind, String id) {
    if (!RegistryKey.isId(id)) {
      throw new MalformedId(kind);
    }
    return id;
  }
}

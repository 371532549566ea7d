package io.vigil.storage.intake;

/** What has to be there before readings are taken. */
@FunctionalInterface
interface Prerequisites {
  /**
   * Whether it is; may take a bounded time to find out, and tells whoever looks what is missing.
   */
  boolean areThere();
}

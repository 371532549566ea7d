package io.vigil.deploy.operator.balance;

/** How a reading can be stored wrongly. */
public enum Fault {
  /** Acknowledged and not stored. */
  LOST,
  /** Stored more than once. */
  TWICE,
  /** Stored and never sent, or refused, or with a value that was not sent. */
  PHANTOM
}

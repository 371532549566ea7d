package io.vigil.deploy.health;

/** Asks a part whether it does its work. */
@FunctionalInterface
public interface Probe {
  /** Asks now, for two seconds at most; no answer is a no. */
  boolean answers();
}

package io.vigil.generator.scenario;

/**
 * A whole number that a kind of scenario takes.
 *
 * @param name in the API
 * @param usual what it is if it is not given
 */
record Parameter(String name, long usual, long least, long most) {
  boolean allows(long value) {
    return value >= least && value <= most;
  }
}

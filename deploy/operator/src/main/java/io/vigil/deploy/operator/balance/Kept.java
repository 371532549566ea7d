package io.vigil.deploy.operator.balance;

/**
 * A reading in the history.
 *
 * @param timeMs event time
 */
public record Kept(long timeMs, int valueHundredths) {}

package io.vigil.deploy.operator.balance;

/**
 * A reading in the log.
 *
 * @param timeMs event time
 * @param ingestMs ingest time
 */
public record Logged(long timeMs, int valueHundredths, long ingestMs) {}

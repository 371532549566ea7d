package io.vigil.generator.store;

/**
 * A heart rate that a device measured.
 *
 * @param patient whose it is
 * @param seq counts up by one from reading to reading of the device
 * @param timeMs event time in epoch milliseconds
 * @param hundredths the value in hundredths of a beat a minute
 */
public record Reading(String patient, long seq, long timeMs, int hundredths) {}

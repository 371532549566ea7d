package io.vigil.generator.push;

/**
 * A heart rate that a device measured.
 *
 * @param seq counts up by one from reading to reading of the device
 * @param timeMs event time in epoch milliseconds
 * @param hundredths the value in hundredths of a beat a minute
 */
record Reading(long seq, long timeMs, int hundredths) {}

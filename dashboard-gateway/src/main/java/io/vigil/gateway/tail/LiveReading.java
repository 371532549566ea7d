package io.vigil.gateway.tail;

import io.vigil.schema.vital.Vital;

/**
 * One value of one vital at one time.
 *
 * @param timeMs event time, in milliseconds since the epoch
 * @param valueHundredths in hundredths of the vital's unit
 */
public record LiveReading(Vital vital, long timeMs, int valueHundredths) {}

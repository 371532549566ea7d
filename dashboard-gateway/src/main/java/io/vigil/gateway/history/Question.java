package io.vigil.gateway.history;

import io.vigil.schema.vital.Vital;

/**
 * What somebody wants to know of the past.
 *
 * @param fromMs event time, included, in milliseconds since the epoch
 * @param toMs event time, not included
 */
record Question(String patient, Vital vital, long fromMs, long toMs) {}

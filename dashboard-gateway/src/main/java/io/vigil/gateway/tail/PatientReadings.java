package io.vigil.gateway.tail;

import java.util.List;

/**
 * What one record of the log brought of one patient.
 *
 * @param ingestTimeMs when our edge took it, in milliseconds since the epoch
 */
public record PatientReadings(String patient, long ingestTimeMs, List<LiveReading> readings) {}

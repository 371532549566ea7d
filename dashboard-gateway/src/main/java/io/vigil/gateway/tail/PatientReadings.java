package io.vigil.gateway.tail;

import java.util.List;

/**
 * What one record of the log brought of one patient.
 *
 * @param partition of the topic of readings
 * @param offset where it lies in the partition
 * @param ingestTimeMs when our edge took it, in milliseconds since the epoch
 */
public record PatientReadings(
    int partition, long offset, String patient, long ingestTimeMs, List<LiveReading> readings) {}

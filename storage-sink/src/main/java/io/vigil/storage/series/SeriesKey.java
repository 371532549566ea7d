package io.vigil.storage.series;

import io.vigil.schema.vital.Vital;

/**
 * One vital of one patient.
 *
 * @param patient the patient's id
 */
public record SeriesKey(String patient, Vital vital) {}

package io.vigil.ingest.reading;

import org.jspecify.annotations.Nullable;

/** Whose readings a request may bring. */
public interface PatientScope {
  /** The one patient of the device, or null where it has none or several. */
  @Nullable String onlyPatient();

  /** Whether the device pushes for this patient. */
  boolean covers(String patient);

  /** Whether this patient is in the registry now. */
  boolean isAdmitted(String patient);
}

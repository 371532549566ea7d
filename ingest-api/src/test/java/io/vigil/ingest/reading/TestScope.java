package io.vigil.ingest.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A device that pushes for these patients, of whom those are admitted. */
record TestScope(Set<String> patients, Set<String> admitted) implements PatientScope {
  /** One device, one patient, as most are. */
  static final TestScope BEDSIDE = new TestScope(Set.of("p-0001"), Set.of("p-0001"));

  /** A gateway of a ward, one of whose patients has been discharged. */
  static final TestScope WARD =
      new TestScope(Set.of("p-0001", "p-0002", "p-gone"), Set.of("p-0001", "p-0002"));

  @Override
  public @Nullable String onlyPatient() {
    return patients.size() == 1 ? patients.iterator().next() : null;
  }

  @Override
  public boolean covers(String patient) {
    return patients.contains(patient);
  }

  @Override
  public boolean isAdmitted(String patient) {
    return admitted.contains(patient);
  }
}

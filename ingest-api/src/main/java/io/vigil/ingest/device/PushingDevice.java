package io.vigil.ingest.device;

import io.vigil.ingest.reading.PatientScope;
import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Registry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A device whose token was good when its request came. */
public final class PushingDevice implements PatientScope {
  private final Device device;
  private final Registry registry;

  PushingDevice(Device device, Registry registry) {
    this.device = device;
    this.registry = registry;
  }

  /** For example {@code dev-p-0001}. */
  public String id() {
    return device.id();
  }

  @Override
  public @Nullable String onlyPatient() {
    Set<String> patients = device.patients();
    return patients.size() == 1 ? patients.iterator().next() : null;
  }

  @Override
  public boolean covers(String patient) {
    return device.patients().contains(patient);
  }

  @Override
  public boolean isAdmitted(String patient) {
    return registry.patient(patient).isPresent();
  }
}

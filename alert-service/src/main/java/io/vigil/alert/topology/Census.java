package io.vigil.alert.topology;

import io.vigil.alert.rule.Admissions;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.registry.RegistryListener;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who is admitted, and who was discharged just now, from the registry. Changed by the thread that
 * follows the registry, asked by the threads of the tasks.
 */
public final class Census implements Admissions, RegistryListener {
  private static final String PATIENT = RegistryKey.patient("");

  private final Registry registry;
  private final Set<Discharges> subscribers = ConcurrentHashMap.newKeySet();

  public Census(Registry registry) {
    this.registry = registry;
  }

  /** Patients who were discharged since one looked last. */
  static final class Discharges {
    private final Queue<String> patients = new ConcurrentLinkedQueue<>();

    /** The next of them, or null where there is none. */
    @Nullable String next() {
      return patients.poll();
    }

    void add(String patient) {
      patients.add(patient);
    }
  }

  Discharges subscribe() {
    Discharges discharges = new Discharges();
    subscribers.add(discharges);
    return discharges;
  }

  void unsubscribe(Discharges discharges) {
    subscribers.remove(discharges);
  }

  public boolean isAdmitted(String patient) {
    return registry.patient(patient).isPresent();
  }

  @Override
  public Optional<AlertPriority> priorityOfSilence(String patient) {
    return registry
        .patient(patient)
        .map(
            admitted ->
                admitted.priority() == Patient.Priority.HIGH
                    ? AlertPriority.HIGH
                    : AlertPriority.MEDIUM);
  }

  @Override
  public void changed(String key) {
    if (key.startsWith(PATIENT)) {
      String patient = key.substring(PATIENT.length());
      if (!isAdmitted(patient)) {
        subscribers.forEach(discharges -> discharges.add(patient));
      }
    }
  }
}

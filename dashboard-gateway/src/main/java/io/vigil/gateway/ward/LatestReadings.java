package io.vigil.gateway.ward;

import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.LiveReading;
import io.vigil.gateway.tail.PatientReadings;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.registry.RegistryListener;
import io.vigil.schema.vital.Vital;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The newest reading, by event time, of each vital of each patient. Written by the thread that
 * follows the log, read by any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class LatestReadings implements TailListener, RegistryListener {
  private static final String PATIENT_KEYS = RegistryKey.patient("");

  private final Map<String, Map<Vital, LiveReading>> byPatient = new ConcurrentHashMap<>();
  private final Registry registry;

  LatestReadings(Registry registry) {
    this.registry = registry;
  }

  @Override
  public void took(Batch batch) {
    for (PatientReadings record : batch.readings()) {
      Map<Vital, LiveReading> latest =
          byPatient.computeIfAbsent(record.patient(), patient -> new ConcurrentHashMap<>());
      for (LiveReading reading : record.readings()) {
        latest.merge(
            reading.vital(), reading, (old, young) -> young.timeMs() > old.timeMs() ? young : old);
      }
    }
  }

  /** Forgets who is discharged, so that nobody else is shown with their readings. */
  @Override
  public void changed(String key) {
    if (key.startsWith(PATIENT_KEYS)) {
      String patient = key.substring(PATIENT_KEYS.length());
      if (registry.patient(patient).isEmpty()) {
        byPatient.remove(patient);
      }
    }
  }

  /** The newest readings of this patient, in the order of the vitals. */
  public List<LatestReading> of(String patient) {
    Map<Vital, LiveReading> latest = byPatient.getOrDefault(patient, Map.of());
    return Stream.of(Vital.values())
        .map(latest::get)
        .filter(Objects::nonNull)
        .map(LatestReading::of)
        .toList();
  }
}

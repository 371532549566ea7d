package io.vigil.gateway.ward;

import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.reception.MinuteReception;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How the newest minute of each vital of each patient was received. Written by the thread that
 * follows the log, read by any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Receptions implements TailListener {
  private final Map<String, ConcurrentMap<String, MinuteReception>> byPatient =
      new ConcurrentHashMap<>();

  @Override
  public void took(Batch batch) {
    for (MinuteReception minute : batch.receptions()) {
      byPatient
          .computeIfAbsent(minute.patient(), patient -> new ConcurrentHashMap<>())
          .merge(
              minute.vital(),
              minute,
              (old, young) -> young.minute().isBefore(old.minute()) ? old : young);
    }
  }

  /** The newest minute of each vital, by its code; empty where none is known. */
  Map<String, MinuteReception> of(String patient) {
    return new TreeMap<>(byPatient.getOrDefault(patient, new ConcurrentHashMap<>()));
  }
}

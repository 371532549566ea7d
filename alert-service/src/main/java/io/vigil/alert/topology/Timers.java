package io.vigil.alert.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which patient is to be looked at when, because something is to happen by itself; only those of
 * whom something is. A look costs what is due, not how many wait.
 */
final class Timers {
  private final Map<String, Timer> byPatient = new HashMap<>();
  private final TreeSet<Timer> earliestFirst =
      new TreeSet<>(Comparator.comparingLong(Timer::dueMs).thenComparing(Timer::patient));

  private record Timer(String patient, long dueMs) {}

  /** This patient is to be looked at then; not at all where it is the largest number. */
  void set(String patient, long dueMs) {
    Timer before = byPatient.get(patient);
    if (before != null && before.dueMs() == dueMs) {
      return;
    }
    if (before != null) {
      earliestFirst.remove(before);
      byPatient.remove(patient);
    }
    if (dueMs != Long.MAX_VALUE) {
      Timer timer = new Timer(patient, dueMs);
      earliestFirst.add(timer);
      byPatient.put(patient, timer);
    }
  }

  void forget(String patient) {
    set(patient, Long.MAX_VALUE);
  }

  /** The patient who is due first, or null where none is due by this time. */
  @Nullable String dueBy(long timeMs) {
    if (earliestFirst.isEmpty() || earliestFirst.first().dueMs() > timeMs) {
      return null;
    }
    return earliestFirst.first().patient();
  }
}

package io.vigil.alert.rule;

import io.vigil.schema.vital.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The watched vitals of one patient, as far as any reading of them has come. */
final class VitalWatches {
  private final String patient;
  private final Map<Vital, VitalWatch> byVital = new EnumMap<>(Vital.class);

  VitalWatches(String patient) {
    this.patient = patient;
  }

  @Nullable VitalWatch of(Vital vital) {
    return byVital.get(vital);
  }

  VitalWatch orNew(Vital vital) {
    VitalWatch known = byVital.get(vital);
    if (known != null) {
      return known;
    }
    VitalWatch added = new VitalWatch(new Subject(patient, vital));
    byVital.put(vital, added);
    return added;
  }

  /** Whether any reading of the present has come. */
  boolean isHeard() {
    return byVital.values().stream().anyMatch(watch -> watch.silence().wasHeard());
  }

  /**
   * Whether the gap of another vital says already that nothing comes. The heart rate's is always
   * told.
   */
  boolean isSilentAsAWhole(Vital vital) {
    if (vital == Vital.HEART_RATE) {
      return false;
    }
    return byVital.entrySet().stream()
        .anyMatch(
            other -> other.getKey() != vital && other.getValue().silence().alarm().isRaised());
  }

  /** A gap has ended: others that were held under it count again; returns whether there were. */
  boolean letSilencesGo(long ingestMs) {
    boolean any = false;
    for (VitalWatch watch : byVital.values()) {
      any |= watch.silence().letGo(ingestMs);
    }
    return any;
  }

  /** From now on other limits hold. */
  void changeLimits(Map<Vital, VitalRules> before, Map<Vital, VitalRules> after, Moment at) {
    byVital.forEach(
        (vital, watch) -> {
          VitalRules was = before.get(vital);
          VitalRules is = after.get(vital);
          if (was != null && is != null) {
            watch.changeLimits(was, is, at);
          }
        });
  }

  void forEachAlarm(Consumer<Alarm> action) {
    byVital.values().forEach(watch -> watch.forEachAlarm(action));
  }

  void writeTo(StateWriter to) {
    to.count(byVital.size());
    byVital.forEach(
        (vital, watch) -> {
          to.vital(vital);
          watch.writeTo(to);
        });
  }

  static VitalWatches readFrom(StateReader from, String patient) {
    VitalWatches read = new VitalWatches(patient);
    int count = from.count();
    for (int i = 0; i < count; i++) {
      Vital vital = from.vital();
      read.byVital.put(vital, VitalWatch.readFrom(from, new Subject(patient, vital)));
    }
    return read;
  }
}

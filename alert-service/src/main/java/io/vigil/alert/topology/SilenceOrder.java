package io.vigil.alert.topology;

import io.vigil.alert.rule.PatientWatch;
import io.vigil.schema.vital.Vital;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The patients whose silence of one vital is watched, those longest unheard first, so that a look
 * costs what has expired and not how many there are.
 */
final class SilenceOrder {
  private final Vital vital;
  private final Set<String> longestUnheardFirst = HeardOrder.create();

  SilenceOrder(Vital vital) {
    this.vital = vital;
  }

  Vital vital() {
    return vital;
  }

  /** Starts with these. */
  void load(Collection<PatientWatch> watches) {
    longestUnheardFirst.clear();
    watches.stream()
        .sorted(Comparator.comparingLong(watch -> watch.silentSinceMs(vital)))
        .forEach(this::heard);
  }

  /** This patient was heard just now; watched unless the silence before has not ended yet. */
  void heard(PatientWatch watch) {
    if (watch.isWatchedForSilence(vital)) {
      longestUnheardFirst.add(watch.patient());
    } else {
      longestUnheardFirst.remove(watch.patient());
    }
  }

  void forget(String patient) {
    longestUnheardFirst.remove(patient);
  }

  /** Looks at each in turn and stops watching them, until one is not to be taken. */
  void takeWhile(Predicate<String> isTaken) {
    Iterator<String> patients = longestUnheardFirst.iterator();
    while (patients.hasNext() && isTaken.test(patients.next())) {
      patients.remove();
    }
  }
}

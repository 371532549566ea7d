package io.vigil.alert.reception;

import io.vigil.alert.rule.StateReader;
import io.vigil.alert.rule.StateWriter;

/** How many readings of which kind came in the present minute. */
final class Tally {
  int received;
  int duplicate;
  int conflict;
  int late;
  int outOfOrder;

  boolean isEmpty() {
    return received + duplicate + conflict + late == 0;
  }

  /** A reading of this time was there before, with the same value or another. */
  void repeated(boolean sameValue) {
    if (sameValue) {
      duplicate++;
    } else {
      conflict++;
    }
  }

  void startAnew() {
    received = 0;
    duplicate = 0;
    conflict = 0;
    late = 0;
    outOfOrder = 0;
  }

  void writeTo(StateWriter to) {
    to.count(received);
    to.count(duplicate);
    to.count(conflict);
    to.count(late);
    to.count(outOfOrder);
  }

  static Tally readFrom(StateReader from) {
    Tally read = new Tally();
    read.received = from.count();
    read.duplicate = from.count();
    read.conflict = from.count();
    read.late = from.count();
    read.outOfOrder = from.count();
    return read;
  }
}

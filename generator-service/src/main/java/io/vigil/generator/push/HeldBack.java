package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Readings of one patient that a fault keeps from being sent for a while. */
final class HeldBack {
  private final PriorityQueue<Held> readings =
      new PriorityQueue<>(
          1, Comparator.comparing(Held::until).thenComparing(held -> held.reading().seq()));

  void add(Reading reading, Instant until) {
    readings.add(new Held(reading, until));
  }

  /** Lets those go whose time has come, in that order. */
  List<Reading> release(Instant now) {
    if (readings.isEmpty()) {
      return List.of();
    }
    List<Reading> released = new ArrayList<>();
    while (!readings.isEmpty() && !readings.peek().until().isAfter(now)) {
      released.add(readings.remove().reading());
    }
    return released;
  }

  /** Gives up the one that would go next; empty if there is none. */
  Optional<Reading> giveUpNext() {
    return Optional.ofNullable(readings.poll()).map(Held::reading);
  }

  Stream<Reading> readings() {
    return readings.stream().map(Held::reading);
  }

  private record Held(Reading reading, Instant until) {}
}

package io.vigil.generator.push;

import io.vigil.generator.retry.Backoff;
import io.vigil.generator.store.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Readings that wait to be sent, in order, and those of the one request that is under way. Not for
 * several threads.
 */
final class Lane {
  private final Deque<Reading> waiting = new ArrayDeque<>();
  private final Backoff backoff;
  private List<Reading> underWay = List.of();
  private Instant notBefore = Instant.MIN;

  Lane(Backoff backoff) {
    this.backoff = backoff;
  }

  void add(Reading reading) {
    waiting.addLast(reading);
  }

  /** Gives up the oldest reading that waits; empty if none does. */
  Optional<Reading> giveUpOldest() {
    return Optional.ofNullable(waiting.pollFirst());
  }

  /** Hands those at the front over that are older than this. */
  void ageInto(Lane older, long timeMs) {
    while (!waiting.isEmpty() && waiting.peekFirst().timeMs() < timeMs) {
      older.add(waiting.removeFirst());
    }
  }

  boolean isReady(Instant now) {
    return underWay.isEmpty() && !waiting.isEmpty() && !now.isBefore(notBefore);
  }

  /** The oldest readings that wait, which are under way from now on. */
  List<Reading> send(int atMost) {
    List<Reading> batch = new ArrayList<>(Math.min(atMost, waiting.size()));
    while (batch.size() < atMost && !waiting.isEmpty()) {
      batch.add(waiting.removeFirst());
    }
    underWay = batch;
    return List.copyOf(batch);
  }

  /** The readings under way are done with. */
  void settle() {
    underWay = List.of();
    backoff.reset();
  }

  /** The readings under way have to be sent again, at once if it may be. */
  void sendAgain() {
    addFirst(underWay);
    underWay = List.of();
  }

  /** Puts these in front of all that wait, in this order. */
  void addFirst(List<Reading> readings) {
    for (int last = readings.size() - 1; last >= 0; last--) {
      waiting.addFirst(readings.get(last));
    }
  }

  /** Sends nothing for as long as ingest asked for, and by chance a little longer. */
  void pause(Instant now, Duration asked) {
    pauseUntil(now.plus(backoff.atLeast(asked)));
  }

  /** Sends nothing for a wait of the device's own choice, longer after each failure. */
  void pause(Instant now) {
    pauseUntil(now.plus(backoff.afterFailure()));
  }

  void pauseUntil(Instant end) {
    notBefore = notBefore.isAfter(end) ? notBefore : end;
  }

  Instant notBefore() {
    return notBefore;
  }

  int size() {
    return waiting.size() + underWay.size();
  }

  Stream<Reading> readings() {
    return Stream.concat(underWay.stream(), waiting.stream());
  }
}

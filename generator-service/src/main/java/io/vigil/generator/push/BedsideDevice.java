package io.vigil.generator.push;

import io.vigil.generator.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device has measured and not yet got rid of: readings that wait, in order, and those of
 * the one request that is under way. Not for several threads.
 */
final class BedsideDevice {
  private final Deque<Reading> waiting = new ArrayDeque<>();
  private final int capacity;
  private final Duration tokenSettlesWithin;
  private final Backoff backoff;
  private List<Reading> underWay = List.of();
  private Instant notBefore = Instant.MIN;
  private @Nullable Instant tokenRefusedSince;
  private long seq;

  /**
   * @param firstSeq of the first reading; greater than that of any earlier run
   * @param capacity how many readings it keeps, those under way included
   */
  BedsideDevice(long firstSeq, int capacity, Duration tokenSettlesWithin, Backoff backoff) {
    this.seq = firstSeq;
    this.capacity = capacity;
    this.tokenSettlesWithin = tokenSettlesWithin;
    this.backoff = backoff;
  }

  /**
   * Takes a value in hand.
   *
   * @return whether there was room; if not, the oldest waiting reading was dropped for it
   */
  boolean measure(long timeMs, int hundredths) {
    boolean hasRoom = waiting.size() + underWay.size() < capacity;
    if (!hasRoom) {
      waiting.pollFirst();
    }
    waiting.addLast(new Reading(seq++, timeMs, hundredths));
    return hasRoom;
  }

  /** Whether it would push at this time. */
  boolean isReady(Instant now) {
    return underWay.isEmpty() && !waiting.isEmpty() && !now.isBefore(notBefore);
  }

  /** The oldest readings that wait, which are under way from now on. */
  List<Reading> send(int atMost) {
    List<Reading> batch = new ArrayList<>();
    while (batch.size() < atMost && !waiting.isEmpty()) {
      batch.add(waiting.removeFirst());
    }
    underWay = batch;
    return List.copyOf(batch);
  }

  /** The readings under way are done with. */
  void settle() {
    underWay = List.of();
    tokenRefusedSince = null;
    backoff.reset();
  }

  /** The readings under way have to be sent again, not before the wait is over. */
  void postpone(Instant now, Duration wait) {
    for (int last = underWay.size() - 1; last >= 0; last--) {
      waiting.addFirst(underWay.get(last));
    }
    underWay = List.of();
    notBefore = now.plus(wait);
  }

  /** As {@link #postpone(Instant, Duration)}, with a wait of the device's own choice. */
  void postpone(Instant now) {
    postpone(now, backoff.afterFailure());
  }

  /**
   * Its token was refused; the readings have to be sent again.
   *
   * @return whether that has been so for long enough to ask for another token
   */
  boolean tokenRefused(Instant now) {
    postpone(now);
    if (tokenRefusedSince == null) {
      tokenRefusedSince = now;
    }
    if (now.isBefore(tokenRefusedSince.plus(tokenSettlesWithin))) {
      return false;
    }
    tokenRefusedSince = null;
    return true;
  }

  /** Readings in hand, those under way included. */
  int backlog() {
    return waiting.size() + underWay.size();
  }
}

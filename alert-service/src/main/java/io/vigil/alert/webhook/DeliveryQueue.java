package io.vigil.alert.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What one subscription has read and not delivered yet: a lane for each patient, of which only the
 * first is on its way, so that order is kept and one that fails holds up its own patient alone.
 * Where the whole target fails, it is tried with one at a time. Used by one thread; time is an
 * argument.
 */
final class DeliveryQueue {
  private static final int FAILURES_OF_A_TARGET = 3;

  private final Backoff backoff;
  private final int atOnce;
  private final Map<String, Deque<Delivery>> lanes = new LinkedHashMap<>();
  private final Set<Delivery> onTheirWay = new HashSet<>();
  private final Progress progress = new Progress();
  private int size;
  private int failuresInARow;
  private long targetDueAtNanos;

  /**
   * @param atOnce how many may be on their way, each of another patient
   */
  DeliveryQueue(Backoff backoff, int atOnce) {
    this.backoff = backoff;
    this.atOnce = atOnce;
  }

  Progress progress() {
    return progress;
  }

  /** Those that are not delivered yet. */
  int size() {
    return size;
  }

  boolean isSending() {
    return !onTheirWay.isEmpty();
  }

  boolean isTargetAway() {
    return failuresInARow >= FAILURES_OF_A_TARGET;
  }

  /** An event to deliver, in the order of the log. */
  void add(Delivery delivery) {
    progress.began(delivery.partition(), delivery.offset());
    lanes.computeIfAbsent(delivery.patient(), any -> new ArrayDeque<>()).add(delivery);
    size++;
  }

  /** The next that may be sent now, which is on its way from then on. */
  Optional<Delivery> next(long nanos) {
    if (onTheirWay.size() >= (isTargetAway() ? 1 : atOnce)
        || (isTargetAway() && nanos - targetDueAtNanos < 0)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Deque<Delivery>> lane : lanes.entrySet()) {
      Delivery first = lane.getValue().getFirst();
      if (!onTheirWay.contains(first) && (isTargetAway() || first.isDue(nanos))) {
        onTheirWay.add(first);
        return Optional.of(first);
      }
    }
    return Optional.empty();
  }

  /** It was delivered. */
  void delivered(Delivery delivery) {
    failuresInARow = 0;
    done(delivery);
  }

  /** It was put aside, and those after it go on. */
  void parked(Delivery delivery) {
    done(delivery);
  }

  private void done(Delivery delivery) {
    if (onTheirWay.remove(delivery)) {
      progress.done(delivery.partition(), delivery.offset());
      removeFirst(delivery.patient());
      size--;
    }
  }

  private void removeFirst(String patient) {
    Deque<Delivery> lane = lanes.remove(patient);
    if (lane != null && lane.size() > 1) {
      lane.removeFirst();
      // At the end, so that every patient has their turn.
      lanes.put(patient, lane);
    }
  }

  /**
   * It was not, and is tried again later.
   *
   * @param isTarget whether it is the target that was not there, rather than this event that it did
   *     not like
   */
  void failed(Delivery delivery, boolean isTarget, long nanos) {
    if (!onTheirWay.remove(delivery)) {
      return;
    }
    failuresInARow = isTarget ? failuresInARow + 1 : 0;
    delivery.failed(nanos + nanosOf(backoff.afterMs(delivery.failures() + 1)));
    if (isTargetAway()) {
      int failures = failuresInARow - FAILURES_OF_A_TARGET + 1;
      targetDueAtNanos = nanos + nanosOf(backoff.afterMs(failures));
    }
    Deque<Delivery> lane = lanes.remove(delivery.patient());
    if (lane != null) {
      lanes.put(delivery.patient(), lane);
    }
  }

  private static long nanosOf(long ms) {
    return ms * 1_000_000;
  }

  /** Another instance goes on with this partition; what is on its way is of no account. */
  void forget(TopicPartition partition) {
    progress.forget(partition);
    onTheirWay.removeIf(delivery -> delivery.partition().equals(partition));
    for (Deque<Delivery> lane : lanes.values()) {
      int before = lane.size();
      lane.removeIf(delivery -> delivery.partition().equals(partition));
      size -= before - lane.size();
    }
    lanes.values().removeIf(Deque::isEmpty);
  }
}

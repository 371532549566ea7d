package io.vigil.deploy.fault;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** How the devices' requests were answered. Safe for use by many threads. */
final class Answers {
  /** Stands for a request that was not answered at all. */
  static final int NONE = 0;

  private static final int ACCEPTED = 202;

  private final NavigableSet<Long> acknowledgedAt = new ConcurrentSkipListSet<>();
  private final Map<Integer, AtomicLong> counts = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicLong> slowestNanos = new ConcurrentHashMap<>();
  private final AtomicLong withoutRetryAfter = new AtomicLong();

  void add(int status, boolean retryAfter, long tookNanos) {
    counts.computeIfAbsent(status, one -> new AtomicLong()).incrementAndGet();
    slowestNanos
        .computeIfAbsent(status, one -> new AtomicLong())
        .accumulateAndGet(tookNanos, Math::max);
    if (status == ACCEPTED) {
      acknowledgedAt.add(System.nanoTime());
    } else if (status != NONE && !retryAfter) {
      withoutRetryAfter.incrementAndGet();
    }
  }

  /** Every status that was answered; {@link #NONE} where there was no answer. */
  Set<Integer> statuses() {
    return Set.copyOf(counts.keySet());
  }

  long count(int status) {
    AtomicLong count = counts.get(status);
    return count == null ? 0 : count.get();
  }

  /** The longest that an answer of this status took. */
  Duration slowest(int status) {
    AtomicLong slowest = slowestNanos.get(status);
    return Duration.ofNanos(slowest == null ? 0 : slowest.get());
  }

  /** Answers that were neither 202 nor said when to come again. */
  long withoutRetryAfter() {
    return withoutRetryAfter.get();
  }

  /** Whether something was acknowledged after this moment, of {@link System#nanoTime}. */
  boolean acknowledgedAfter(long nanos) {
    return acknowledgedAt.higher(nanos) != null;
  }

  /** The longest time in which nothing was acknowledged, from this moment on. */
  Duration longestSilence(long fromNanos) {
    long longest = 0;
    long before = fromNanos;
    for (long moment : acknowledgedAt.tailSet(fromNanos)) {
      longest = Math.max(longest, moment - before);
      before = moment;
    }
    return Duration.ofNanos(longest);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}

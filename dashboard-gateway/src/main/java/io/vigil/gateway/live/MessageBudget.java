package io.vigil.gateway.live;

/** Bounds how many messages one client may send. Used by the one thread that reads its socket. */
final class MessageBudget {
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private final int max;
  private long windowStartNanos = System.nanoTime();
  private int count;

  MessageBudget(int max) {
    this.max = max;
  }

  /** Counts a message; returns whether it is within the bounds. */
  boolean take() {
    long now = System.nanoTime();
    if (now - windowStartNanos > WINDOW_NANOS) {
      windowStartNanos = now;
      count = 0;
    }
    return ++count <= max;
  }
}

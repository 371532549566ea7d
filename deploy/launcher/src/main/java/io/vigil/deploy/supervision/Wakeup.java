package io.vigil.deploy.supervision;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A wait that can be cut short. Safe for use by many threads. */
final class Wakeup {
  private final Semaphore calls = new Semaphore(0);

  /** Waits this long, less if it is called; whether it was. */
  boolean within(Duration patience) throws InterruptedException {
    boolean called = calls.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    calls.drainPermits();
    return called;
  }

  void call() {
    calls.release();
  }
}

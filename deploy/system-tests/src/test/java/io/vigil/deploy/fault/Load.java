package io.vigil.deploy.fault;

import io.vigil.deploy.fault.SeededRegistry.Bedside;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Devices that push at the same time, each from a thread of its own: one after the other, each
 * reading until it is decided, to the next instance when one does not answer.
 */
final class Load implements AutoCloseable {
  private static final Duration LAST_DECISION = Duration.ofMinutes(2);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Answers answers = new Answers();

  private Load() {}

  /**
   * Begins to push.
   *
   * @param every how long each device waits between its requests
   * @param seed of the values
   */
  static Load begin(
      List<Bedside> bedsides, List<URI> ingests, DeviceLedger ledger, Duration every, long seed) {
    Load load = new Load();
    for (Bedside bedside : bedsides) {
      Random random = new Random(seed + bedside.patient().hashCode());
      PushingDevice device =
          new PushingDevice(bedside, ingests, ledger, load.answers, load.stop, every, random);
      load.threads.add(new Thread(device, "device-" + bedside.patient()));
    }
    load.threads.forEach(Thread::start);
    return load;
  }

  /** What has been answered so far. */
  Answers answers() {
    return answers;
  }

  /** Measures nothing more, and waits until each reading that was measured is decided. */
  @Override
  public void close() {
    stop.countDown();
    for (Thread thread : threads) {
      try {
        thread.join(LAST_DECISION.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (thread.isAlive()) {
        throw new IllegalStateException(thread.getName() + " has a reading that nobody decides");
      }
    }
  }
}

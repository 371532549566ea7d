package io.vigil.storage.refill;

import io.vigil.schema.block.HotWindow;
import io.vigil.schema.registry.RegistryFollower;
import io.vigil.storage.hot.HotBlocks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread of the {@link Refill}: runs once, and only where this member found the hot window
 * empty when it started; hour by hour, the newest first.
 */
final class RefillThread implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RefillThread.class);

  private final Refill refill;
  private final HotBlocks hot;
  private final RegistryFollower registry;
  private final RefillProperties properties;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "refill");

  RefillThread(
      Refill refill,
      HotBlocks hot,
      RegistryFollower registry,
      RefillProperties properties,
      InstantSource clock) {
    this.refill = refill;
    this.hot = hot;
    this.registry = registry;
    this.properties = properties;
    this.clock = clock;
  }

  /** Before the intake, which fills what is empty. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public void start() {
    if (!properties.reach().isZero() && hot.isEmpty()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void stop() {
    stopping.countDown();
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    long span = HotWindow.BLOCK_SPAN.toMillis();
    Instant newest = Instant.ofEpochMilli(HotWindow.blockStart(clock.millis()));
    Instant oldest = clock.instant().minus(properties.reach()).minusMillis(span);
    try {
      while (!registry.awaitCaughtUp(properties.retryAfter())) {
        log.debug("Waiting for the registry");
      }
      for (Instant hour = newest; hour.isAfter(oldest); hour = hour.minusMillis(span)) {
        log.info("Refilled {} readings of the hour from {}", copy(hour), hour);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int copy(Instant hour) throws InterruptedException {
    while (stopping.getCount() > 0) {
      try {
        return refill.copy(hour);
      } catch (ExecutionException e) {
        log.debug("Refilling the hour from {} again", hour, e);
        stopping.await(properties.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    throw new InterruptedException("the service stops");
  }
}

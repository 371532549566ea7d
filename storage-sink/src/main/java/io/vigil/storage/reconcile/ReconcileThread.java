package io.vigil.storage.reconcile;

import io.vigil.schema.registry.RegistryFollower;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread of the {@link Patrol}: takes turn after turn, and begins anew when Kafka fails. The
 * service is well without it, so it is no part of its health.
 */
final class ReconcileThread implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ReconcileThread.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final RegistryFollower registry;
  private final Supplier<Patrol> patrols;
  private final Duration retryAfter;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "reconcile");

  ReconcileThread(RegistryFollower registry, Supplier<Patrol> patrols, Duration retryAfter) {
    this.registry = registry;
    this.patrols = patrols;
    this.retryAfter = retryAfter;
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    thread.interrupt();
    try {
      thread.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try {
      while (!registry.awaitCaughtUp(retryAfter)) {
        log.debug("Waiting for the registry");
      }
      do {
        attempt();
      } while (!stopping.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() throws InterruptedException {
    try (Patrol patrol = patrols.get()) {
      patrol.open();
      while (stopping.getCount() > 0) {
        patrol.turn();
      }
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("Beginning anew to compare with the log: {}", e.toString());
    }
  }
}

package io.vigil.gateway.live;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The hub's thread. A task that fails is logged and stops nothing. */
@Component
class HubThread implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(HubThread.class);
  private static final int MAX_WAITING = 512;

  private final Semaphore room = new Semaphore(MAX_WAITING);
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "live-hub");
            thread.setDaemon(true);
            return thread;
          });

  /** Runs this at its turn. */
  void run(Runnable task) {
    try {
      executor.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      log.debug("The hub has stopped");
    }
  }

  /** Runs this at its turn; waits as long as too many of these are waiting already. */
  void runWhenThereIsRoom(Runnable task) {
    try {
      while (!room.tryAcquire(1, TimeUnit.SECONDS)) {
        if (executor.isShutdown()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    run(
        () -> {
          room.release();
          task.run();
        });
  }

  /** Runs this again and again. */
  void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var unused = executor.scheduleAtFixedRate(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        log.error("The hub failed at a task", e);
      }
    };
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}

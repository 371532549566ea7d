package io.vigil.deploy.supervision;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.LocalPort;
import io.vigil.deploy.port.PortHolder;
import io.vigil.deploy.process.ChildProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The life of one part, from its first start to the end of the run. */
final class PartWatch implements Runnable {
  private static final Duration FIRST_READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(150);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final Part part;
  private final PartPorts ports;
  private final StateFolder home;
  private final Progress progress;
  private final CompletableFuture<?> before;
  private final FirstStart firstStart;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final Wakeup wakeup = new Wakeup();
  private final Backoff backoff = new Backoff();

  private boolean stopping;
  private @Nullable ChildProcess child;

  /**
   * @param before what has to be done before the part is started for the first time
   */
  PartWatch(
      Part part,
      PartPorts ports,
      StateFolder home,
      Progress progress,
      CompletableFuture<?> before,
      FirstStart firstStart) {
    this.part = part;
    this.ports = ports;
    this.home = home;
    this.progress = progress;
    this.before = before;
    this.firstStart = firstStart;
  }

  String name() {
    return part.name();
  }

  /** Done when it serves for the first time; cancelled when it will not. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  /** Starts it at once if it waits to be started again. */
  void wake() {
    wakeup.call();
  }

  @Override
  public void run() {
    try {
      before.join();
      while (!firstReady.isCancelled() && !isStopping()) {
        awaitFreePorts();
        if (!firstReady.isCancelled()) {
          live();
        }
      }
    } catch (CancellationException e) {
      firstReady.cancel(false);
    } catch (CompletionException e) {
      fail(new StartFailed(part.name() + " was not started: " + e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Somebody may have started the part by hand: that one is left alone, and looked at again. */
  private void awaitFreePorts() throws InterruptedException {
    boolean told = false;
    for (Optional<Integer> taken = ports.taken();
        taken.isPresent() && !isStopping();
        taken = ports.taken()) {
      String holder = new LocalPort(taken.get()).holder().map(PortHolder::toString).orElse("?");
      if (!firstReady.isDone()) {
        fail(new StartFailed(part.name() + ": port " + taken.get() + " is taken by " + holder));
        return;
      }
      if (!told) {
        progress.leftAlone(part.name(), taken.get(), holder);
        told = true;
      }
      wakeup.within(LOOK_AGAIN);
    }
  }

  private void live() throws InterruptedException {
    long born = System.nanoTime();
    String ending = startAndWatch(born);
    if (isStopping()) {
      return;
    }
    if (!firstReady.isDone()) {
      fail(StartFailed.of(part.name(), ending, home));
      return;
    }
    Duration again = backoff.afterLifeOf(since(born));
    progress.died(part.name(), ending, again);
    if (wakeup.within(again)) {
      backoff.reset();
    }
  }

  /** How it ended, in words. */
  private String startAndWatch(long born) throws InterruptedException {
    try {
      ChildProcess started = startUnlessStopping();
      if (started == null) {
        return "stopped";
      }
      if (becomesReady(started) && !isStopping()) {
        progress.ready(part.name(), since(born));
        if (firstReady.complete(null)) {
          firstStart.ready();
        }
      }
      started.awaitEnd();
      return started.ending();
    } catch (RuntimeException e) {
      return "it could not be started: " + e.getMessage();
    }
  }

  private boolean becomesReady(ChildProcess started) {
    long deadline = System.nanoTime() + FIRST_READY_WITHIN.toNanos();
    while (!part.probe().answers()) {
      if (started.endsWithin(BETWEEN_PROBES)) {
        return false;
      }
      if (!firstReady.isDone() && System.nanoTime() > deadline) {
        String reason = "it was not healthy within " + FIRST_READY_WITHIN.toMinutes() + " minutes";
        fail(StartFailed.of(part.name(), reason, home));
        started.kill();
        return false;
      }
    }
    return true;
  }

  private void fail(StartFailed failure) {
    firstReady.cancel(false);
    firstStart.failed(failure);
  }

  private synchronized @Nullable ChildProcess startUnlessStopping() {
    if (stopping) {
      return null;
    }
    child = ChildProcess.start(part.prepare(), home);
    return child;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** From now on it is not started again. */
  void retire() {
    synchronized (this) {
      stopping = true;
    }
    firstReady.cancel(false);
    wakeup.call();
  }

  /** Stops it and waits for its end; it must be retired. */
  void stop() {
    ChildProcess running = child();
    if (running != null && running.isAlive()) {
      long begun = System.nanoTime();
      running.stop(STOPS_WITHIN);
      progress.stopped(part.name(), since(begun));
    } else if (running != null) {
      running.stop(Duration.ZERO);
    }
  }

  private synchronized @Nullable ChildProcess child() {
    return child;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}

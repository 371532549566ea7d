package io.vigil.deploy.supervision;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.process.LogFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the parts, keeps them running and stops them. Safe for use by many threads; the shutdown
 * hook of the launcher closes it while another thread waits in it.
 */
public final class Supervisor implements AutoCloseable {
  private static final Duration BETWEEN_CHORES = Duration.ofMillis(500);

  private final StateFolder home;
  private final List<String> stopOrder;
  private final Map<String, PartWatch> watches = new HashMap<>();
  private final FirstStart firstStart;
  private final Wakeup closing = new Wakeup();

  private Supervisor(StateFolder home, List<String> stopOrder, int parts) {
    this.home = home;
    this.stopOrder = List.copyOf(stopOrder);
    this.firstStart = new FirstStart(parts);
  }

  /**
   * Starts the parts; each as soon as the one that it comes after serves.
   *
   * @param before what has to be done before any part that comes after another
   */
  public static Supervisor start(
      List<Part> parts,
      Ports ports,
      StateFolder home,
      List<String> stopOrder,
      CompletableFuture<?> before,
      Progress progress) {
    Supervisor supervisor = new Supervisor(home, stopOrder, parts.size());
    for (Part part : parts) {
      new LogFile(home.log(part.name())).rotate();
      supervisor.watch(part, ports, before, progress);
    }
    start("chores", supervisor::doChores);
    return supervisor;
  }

  private void watch(Part part, Ports ports, CompletableFuture<?> before, Progress progress) {
    CompletableFuture<?> gate =
        part.after()
            .map(watches::get)
            .<CompletableFuture<?>>map(first -> CompletableFuture.allOf(first.firstReady(), before))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    PartPorts numbers = new PartPorts(part.ports().stream().map(ports::of).toList());
    PartWatch watch = new PartWatch(part, numbers, home, progress, gate, firstStart);
    watches.put(part.name(), watch);
    start("watch-" + part.name(), watch);
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until every part serves; false if the run was stopped before.
   *
   * @throws StartFailed as soon as one does not come up; the others still run
   */
  public boolean awaitReady() throws StartFailed, InterruptedException {
    return firstStart.await();
  }

  /** Starts at once what waits to be started again. */
  public void wake() {
    watches.values().forEach(PartWatch::wake);
  }

  /** Stops all parts in order and waits for their ends. */
  @Override
  public synchronized void close() {
    closing.call();
    firstStart.givenUp();
    watches.values().forEach(PartWatch::retire);
    for (String name : stopOrder) {
      PartWatch watch = watches.get(name);
      if (watch != null) {
        watch.stop();
      }
    }
  }

  private void doChores() {
    try {
      while (!closing.within(BETWEEN_CHORES)) {
        obeyWakeFile();
        watches.keySet().forEach(name -> new LogFile(home.log(name)).bound());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void obeyWakeFile() {
    if (WakeFile.take(home)) {
      wake();
    }
  }
}

package io.vigil.deploy.engine;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.process.ChildProcess;
import java.time.Duration;

/** An engine's process from its start to its end. */
final class RunningEngine {
  /** Generous: a test may share two cores with a whole build. */
  private static final Duration SERVES_WITHIN = Duration.ofMinutes(3);

  private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final ChildProcess process;

  private RunningEngine(ChildProcess process) {
    this.process = process;
  }

  /** Starts an engine and waits until it serves; leaves nothing running when it does not. */
  static RunningEngine start(EngineNode node, StateFolder home) {
    ChildProcess process = ChildProcess.start(node.prepare(), home);
    long deadline = System.nanoTime() + SERVES_WITHIN.toNanos();
    while (!node.probe().answers()) {
      if (process.endsWithin(BETWEEN_PROBES)) {
        throw EngineFailed.withLog(process.name(), process.ending(), home);
      }
      if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline) {
        process.kill();
        throw EngineFailed.withLog(process.name(), "does not serve", home);
      }
    }
    return new RunningEngine(process);
  }

  long pid() {
    return process.pid();
  }

  void kill() {
    process.kill();
  }

  void stop() {
    process.stop(STOPS_WITHIN);
  }
}

package io.vigil.deploy.command;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.process.PidFile;
import io.vigil.deploy.run.Leftovers;
import io.vigil.deploy.run.PortsTaken;
import io.vigil.deploy.run.VigilRun;
import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.supervision.StartFailed;
import io.vigil.deploy.supervision.SupervisorLock;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;

/** The supervisor itself, a run that lasts until a signal ends this JVM. */
record ForegroundRun(SourceTree tree, Settings settings, PrintStream out) {
  /** Marks, while its process lives, that all parts have come up. */
  static final String READY = "ready";

  /** Returns only when the start fails, to a caller that ends the JVM. */
  int last(SupervisorLock held) throws PortsTaken, InterruptedException {
    long begun = System.nanoTime();
    Leftovers.of(settings.home()).stop(out);
    out.println("Starting Vigil; its state is in " + settings.home().root());
    VigilRun run =
        VigilRun.begin(
            settings,
            tree,
            new ConsoleProgress(out, InstantSource.system(), ZoneId.systemDefault()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run, held), "end"));
    try {
      if (run.awaitReady()) {
        PidFile.of(READY, settings.home()).write(ProcessHandle.current());
        out.print(welcome(run, Duration.ofNanos(System.nanoTime() - begun)));
      }
      new CountDownLatch(1).await();
      return 0;
    } catch (StartFailed e) {
      out.println("vigil: " + e.getMessage());
      out.println("vigil: stopping what has started");
      return 1;
    }
  }

  private void end(VigilRun run, SupervisorLock held) {
    run.close();
    PidFile.of(READY, settings.home()).delete();
    held.close();
  }

  private String welcome(VigilRun run, Duration took) {
    return """

    Vigil is ready after %s.
      page       %s
      sign in    dr-adams sees every simulated patient, dr-baker none, p-0001 itself; admin admits
      passwords  %s
      logs       %s
      stop       ./vigil down, or Ctrl-C in a terminal that shows this run

    """
        .formatted(
            ConsoleProgress.seconds(took),
            settings.gatewayUrl(),
            run.credentials(),
            settings.home().log("*"));
  }
}

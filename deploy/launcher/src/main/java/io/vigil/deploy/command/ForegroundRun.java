package io.vigil.deploy.command;

import io.vigil.deploy.credential.Credentials;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.jdk.JavaHomes;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.part.Parts;
import io.vigil.deploy.port.LocalPort;
import io.vigil.deploy.port.PortHolder;
import io.vigil.deploy.process.PidFile;
import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.setting.SettingsFile;
import io.vigil.deploy.supervision.StartFailed;
import io.vigil.deploy.supervision.Supervisor;
import io.vigil.deploy.supervision.SupervisorLock;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The supervisor itself: from the checks before a start to the end by a signal. */
record ForegroundRun(SourceTree tree, Settings settings, PrintStream out) {
  /** Marks, while it exists and its process lives, that all parts have come up. */
  static final String READY = "ready";

  /** Runs until a signal ends the JVM; returns only when the start fails. */
  int last(SupervisorLock held) throws InterruptedException {
    long begun = System.nanoTime();
    List<Part> parts = Parts.of(settings, tree, JavaHomes.ofThisMachine().forCassandra());
    Leftovers.of(settings.home()).stop(out);
    List<String> taken = taken(parts);
    if (!taken.isEmpty()) {
      taken.forEach(out::println);
      return 1;
    }
    new SettingsFile(settings.home()).write(settings);
    out.println("Starting Vigil; its state is in " + settings.home().root());
    try (Supervisor supervisor = start(parts)) {
      Thread hook = new Thread(() -> end(supervisor), "end");
      Runtime.getRuntime().addShutdownHook(hook);
      if (supervisor.awaitReady()) {
        PidFile.of(READY, settings.home()).write(ProcessHandle.current());
        out.print(welcome(Duration.ofNanos(System.nanoTime() - begun)));
      }
      new CountDownLatch(1).await();
      return 0;
    } catch (StartFailed e) {
      out.println(e.getMessage());
      out.println("Vigil did not come up; stopping what has started.");
      return 1;
    }
  }

  private Supervisor start(List<Part> parts) {
    StateFolder home = settings.home();
    CompletableFuture<?> signIn =
        CompletableFuture.supplyAsync(() -> Credentials.prepare(settings));
    return Supervisor.start(
        parts,
        settings.ports(),
        home,
        Parts.STOP_ORDER,
        signIn,
        new ConsoleProgress(out, InstantSource.system(), ZoneId.systemDefault()));
  }

  private void end(Supervisor supervisor) {
    supervisor.close();
    PidFile.of(READY, settings.home()).delete();
    PidFile.of("supervisor", settings.home()).delete();
  }

  private List<String> taken(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.ports().stream())
        .filter(port -> new LocalPort(settings.ports().of(port)).isTaken())
        .map(
            port -> {
              int number = settings.ports().of(port);
              String holder =
                  new LocalPort(number).holder().map(PortHolder::toString).orElse("another user");
              return "vigil: port %d (%s) is taken by %s; stop it, or set %s to another port"
                  .formatted(number, port.part(), holder, port.variable());
            })
        .toList();
  }

  private String welcome(Duration took) {
    return """

    Vigil is ready after %s.
      page       %s
      sign in    dr-adams sees every simulated patient, dr-baker none, p-0001 itself; admin admits
      passwords  %s
      logs       %s
      stop       Ctrl-C, or ./vigil down

    """
        .formatted(
            ConsoleProgress.seconds(took),
            settings.gatewayUrl(),
            settings.home().root().resolve("credentials.json"),
            settings.home().log("*"));
  }
}

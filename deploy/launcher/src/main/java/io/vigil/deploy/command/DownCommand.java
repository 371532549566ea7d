package io.vigil.deploy.command;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.run.Leftovers;
import io.vigil.deploy.supervision.SupervisorLock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops all that {@code up} started, and waits for the end of it. */
@Command(name = "down", description = "Stops all that up started, losing nothing.")
final class DownCommand implements Callable<Integer> {
  private static final long PATIENCE_MINUTES = 4;

  @Override
  public Integer call() throws Exception {
    StateFolder home = Machine.here().asked().home();
    List<String> parts = Leftovers.of(home).names();
    Optional<ProcessHandle> supervisor = SupervisorLock.holder(home);
    if (supervisor.isPresent()) {
      System.out.println("Stopping Vigil (pid " + supervisor.get().pid() + ").");
      supervisor.get().destroy();
      supervisor.get().onExit().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }
    Leftovers.of(home).stop(System.out);
    System.out.println(
        supervisor.isEmpty() && parts.isEmpty()
            ? "Nothing runs."
            : "Stopped: " + String.join(", ", parts) + ".");
    return 0;
  }
}

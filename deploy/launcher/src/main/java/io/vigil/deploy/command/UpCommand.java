package io.vigil.deploy.command;

import io.vigil.deploy.setting.Settings;
import io.vigil.deploy.supervision.SupervisorLock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and keeps it running, here or in the background. */
@Command(name = "up", description = "Starts everything on this machine; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "simulated patients (20 if not given; 0 starts no generator)")
  private Optional<Integer> patients = Optional.empty();

  @Option(names = "--detach", description = "return when all is ready; ./vigil down stops it")
  private boolean detach;

  @Override
  public Integer call() throws Exception {
    Machine machine = Machine.here();
    Settings asked = patients.map(machine.asked()::withPatients).orElse(machine.asked());
    Optional<SupervisorLock> lock = SupervisorLock.take(asked.home());
    if (lock.isEmpty()) {
      return new RunningAlready(machine).waitForAll();
    }
    if (!detach) {
      // The lock is held to the very end of this JVM.
      return new ForegroundRun(machine.tree(), asked, System.out).last(lock.get());
    }
    lock.get().close();
    return new DetachedRun(asked).start();
  }
}

package io.vigil.deploy.command;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.status.StatusTable;
import io.vigil.deploy.supervision.SupervisorLock;
import io.vigil.deploy.supervision.WakeFile;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A second {@code up}: harmless, and a way to have a dead part started again at once. */
record RunningAlready(Machine machine) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  int waitForAll() throws InterruptedException {
    StateFolder home = machine.asked().home();
    System.out.println(
        "Vigil runs already%s; waiting until all of it is healthy."
            .formatted(
                SupervisorLock.holder(home).map(held -> " (pid " + held.pid() + ")").orElse("")));
    WakeFile.leave(home);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Semaphore never = new Semaphore(0);
    StatusTable table = machine.status();
    while (!table.isHealthy()
        && System.nanoTime() < deadline
        && SupervisorLock.holder(home).isPresent()) {
      boolean unused = never.tryAcquire(300, TimeUnit.MILLISECONDS);
      table = machine.status();
    }
    System.out.print(table);
    return table.isHealthy() ? 0 : 1;
  }
}

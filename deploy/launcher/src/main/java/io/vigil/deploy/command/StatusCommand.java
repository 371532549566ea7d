package io.vigil.deploy.command;

import io.vigil.deploy.status.StatusTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what runs; 0 if all of it does and is healthy. */
@Command(name = "status", description = "Shows what runs, with its health.")
final class StatusCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    StatusTable table = Machine.here().status();
    System.out.print(table);
    return table.isHealthy() ? 0 : 1;
  }
}

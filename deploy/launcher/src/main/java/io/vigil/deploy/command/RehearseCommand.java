package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Will play emergencies against the running system. */
@Command(name = "rehearse", description = "Plays scripted emergencies (none is built yet).")
final class RehearseCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "one of them")
  private String scenario = "";

  @Override
  public Integer call() {
    System.err.println(
        "vigil: no rehearsal is built yet"
            + (scenario.isEmpty() ? "" : ", nor is " + scenario)
            + "; nothing was done.");
    return 1;
  }
}

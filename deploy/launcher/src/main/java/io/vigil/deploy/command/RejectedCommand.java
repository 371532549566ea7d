package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** In the list of commands; the script runs it from deploy/operator. */
@Command(name = "rejected", description = "Inspects and replays what could not be processed.")
final class RejectedCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return OnlyByScript.tell("rejected");
  }
}

package io.vigil.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** In the list of commands; the script runs it from deploy/rehearsal. */
@Command(name = "rehearse", description = "Plays scripted emergencies against what runs.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return OnlyByScript.tell("rehearse");
  }
}

package io.vigil.deploy.operator.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The records that consumers could not process. */
@Command(
    name = "rejected",
    description = "Inspects what consumers could not process, and replays it once mended.",
    subcommands = {RejectedListCommand.class, RejectedShowCommand.class, ReplayCommand.class})
final class RejectedCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the rejected records.");
  }
}

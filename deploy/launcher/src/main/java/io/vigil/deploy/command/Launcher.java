package io.vigil.deploy.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands behind the script {@code ./vigil}. */
@Command(
    name = "./vigil",
    description = "Vigil on this machine.",
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      VerifyCommand.class,
      RejectedCommand.class,
      TestCommand.class,
      BenchCommand.class,
      RehearseCommand.class,
      CdsCommand.class
    })
public final class Launcher implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this")
  private boolean unusedHelp; // by us; picocli acts on it

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Launcher())
            .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure, line.getErr()))
            .execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  /** What goes wrong here has a cause that the reader can mend; a stack trace would hide it. */
  private static int tell(Exception failure, PrintWriter err) {
    String message = failure.getMessage();
    err.println("vigil: " + (message == null ? failure.toString() : message));
    return 1;
  }
}

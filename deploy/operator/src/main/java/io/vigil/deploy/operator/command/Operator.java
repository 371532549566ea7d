package io.vigil.deploy.operator.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands behind {@code ./vigil verify} and {@code ./vigil rejected}. */
@Command(
    name = "./vigil",
    description = "Looks into a Vigil that runs.",
    subcommands = {VerifyCommand.class, RejectedCommand.class})
public final class Operator implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this")
  private boolean unusedHelp; // by us; picocli acts on it

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(line().execute(args));
  }

  static CommandLine line() {
    return new CommandLine(new Operator())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure, line.getErr()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  /** What goes wrong here has a cause that the reader can mend; a stack trace would hide it. */
  private static int tell(Exception failure, PrintWriter err) {
    String message = failure.getMessage();
    err.println("vigil: " + (message == null ? failure.toString() : message));
    return 2;
  }
}

package io.vigil.deploy.rehearsal.command;

import io.vigil.deploy.rehearsal.play.Rehearsal;
import io.vigil.deploy.rehearsal.play.Vigil;
import io.vigil.deploy.rehearsal.scenario.Scenario;
import io.vigil.deploy.rehearsal.scenario.Scenarios;
import io.vigil.deploy.rehearsal.score.Scoreboard;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./vigil rehearse}: exit code 0 where nothing went wrong, 1 where it did. */
@Command(
    name = "./vigil rehearse",
    description = "Plays scripted emergencies against the running Vigil, and scores it.")
public final class Rehearse implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "which; all if none is named")
  private List<String> names = List.of();

  @Option(names = "--list", description = "tell which scenarios there are, and play none")
  private boolean list;

  @Option(
      names = "--allow",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "more time for each alarm, on a machine that has other things to do")
  private int allow;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this")
  private boolean unusedHelp; // by us; picocli acts on it

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Rehearse())
            .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure, line.getErr()))
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      Scenarios.all()
          .forEach(scenario -> out.printf("%-22s %s%n", scenario.name(), scenario.tells()));
      return 0;
    }
    List<Scenario> chosen =
        names.isEmpty() ? Scenarios.all() : names.stream().map(this::named).toList();
    Rehearsal rehearsal =
        new Rehearsal(
            Vigil.here(),
            InstantSource.system(),
            line -> {
              out.println(line);
              out.flush();
            });
    Scoreboard scores =
        rehearsal.play(chosen.stream().map(scenario -> scenario.allowing(allow * 1_000L)).toList());
    out.println();
    out.print(scores);
    out.flush();
    return scores.isClean() ? 0 : 1;
  }

  private Scenario named(String name) {
    return Scenarios.named(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "No scenario is called " + name + "; see --list."));
  }

  /** What goes wrong here has a cause that the reader can mend; a stack trace would hide it. */
  private static int tell(Exception failure, PrintWriter err) {
    String message = failure.getMessage();
    err.println("vigil: " + (message == null ? failure.toString() : message));
    return 2;
  }
}

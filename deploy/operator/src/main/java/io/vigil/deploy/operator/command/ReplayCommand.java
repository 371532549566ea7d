package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.rejected.Filter;
import io.vigil.deploy.operator.rejected.ParkedRecord;
import io.vigil.deploy.operator.rejected.RejectedTopic;
import io.vigil.deploy.operator.rejected.Replay;
import io.vigil.deploy.operator.rejected.Replayed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes parked records back to where they came from; 0 if none that was meant is left. */
@Command(
    name = "replay",
    description = {
      "Writes them to the topic from which they came: key, value and headers as they were.",
      "What was replayed before is left, and said to be."
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "POSITION", description = "positions, as listed")
  private Set<Long> positions = new TreeSet<>();

  @Mixin private FilterOptions options = new FilterOptions();

  @Option(names = "--all", description = "all of them")
  private boolean all;

  @Option(names = "--dry-run", description = "say what would be done, and do nothing")
  private boolean dryRun;

  @Option(names = "--again", description = "also what was replayed before")
  private boolean again;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Filter filter = options.filter();
    if (positions.isEmpty() && filter.isEmpty() && !all) {
      throw new ParameterException(
          spec.commandLine(), "Say which: positions, --topic, --reason, --by or --all.");
    }
    String kafka = RunningVigil.here().kafka();
    List<ParkedRecord> meant =
        new RejectedTopic(kafka)
            .read(
                record ->
                    filter.test(record)
                        && (positions.isEmpty() || positions.contains(record.position())));
    List<Replayed> told =
        new Replay(kafka, "operator:" + System.getProperty("user.name"), dryRun, again).of(meant);
    told.forEach(ReplayCommand::tell);
    positions.stream()
        .filter(position -> meant.stream().noneMatch(one -> one.position() == position))
        .sorted(Comparator.naturalOrder())
        .forEach(position -> System.out.println("%8d  is not there".formatted(position)));
    return told.stream().anyMatch(one -> one.result() == Replayed.Result.FAILED) ? 1 : 0;
  }

  private static void tell(Replayed one) {
    String result = one.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    System.out.println("%8d  %s: %s".formatted(one.record().position(), result, one.told()));
  }
}

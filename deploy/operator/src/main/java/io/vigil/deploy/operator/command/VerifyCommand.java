package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.history.HistoryUnanswered;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares what the generator sent with what is stored; 0 only if it balances. */
@Command(
    name = "verify",
    description = {
      "Compares the generator's ledger with the log, the history and the services' counters.",
      "Exit code: 0 it balances, 1 it does not, 2 it could not be told."
    })
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--ledger",
      paramLabel = "FOLDER",
      description = "another ledger than $VIGIL_HOME/generator-service/ledger")
  private Optional<Path> ledger = Optional.empty();

  @Option(
      names = "--hours",
      paramLabel = "N",
      description = "the ledger of the last N hours only (all that is kept if not given)")
  private Optional<Integer> hours = Optional.empty();

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "how long what is under way may take to arrive (30 if not given)")
  private int settleSeconds = 30;

  @Option(
      names = "--as",
      paramLabel = "USER",
      defaultValue = "dr-adams",
      description = "whose eyes see the history (dr-adams if not given)")
  private String user = "dr-adams";

  @Override
  public Integer call() throws Exception {
    RunningVigil vigil = RunningVigil.here();
    Verification verification =
        new Verification(vigil, ledger.orElse(vigil.ledger()), firstHour(), user);
    long deadline = System.nanoTime() + Duration.ofSeconds(settleSeconds).toNanos();
    Semaphore never = new Semaphore(0);
    Optional<Verdict> verdict = look(verification, deadline);
    while (!verdict.map(Verdict::isBalanced).orElse(false) && System.nanoTime() < deadline) {
      boolean unused = never.tryAcquire(2, TimeUnit.SECONDS);
      verdict = look(verification, deadline);
    }
    Verdict last = verdict.orElseGet(verification::look);
    System.out.print(last);
    return last.isBalanced() ? 0 : 1;
  }

  /** Empty if the history did not answer and there is time to ask again. */
  private static Optional<Verdict> look(Verification verification, long deadline) {
    try {
      return Optional.of(verification.look());
    } catch (HistoryUnanswered e) {
      if (System.nanoTime() > deadline) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private long firstHour() {
    long hour = Duration.ofMillis(InstantSource.system().millis()).toHours();
    return hours.map(back -> hour - back).orElse(0L);
  }
}

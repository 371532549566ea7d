package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.balance.Balance;
import io.vigil.deploy.operator.balance.Evidence;
import io.vigil.deploy.operator.balance.Kept;
import io.vigil.deploy.operator.balance.Logged;
import io.vigil.deploy.operator.balance.SeriesName;
import io.vigil.deploy.operator.counter.Law;
import io.vigil.deploy.operator.counter.Scrape;
import io.vigil.deploy.operator.counter.ServiceCounters;
import io.vigil.deploy.operator.history.GatewayHistory;
import io.vigil.deploy.operator.ledger.Ledger;
import io.vigil.deploy.operator.ledger.LedgerFolder;
import io.vigil.deploy.operator.ledger.QueueFile;
import io.vigil.deploy.operator.log.ReadingsLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what there is to compare. The ledger is read before the stores, so that nothing is missed
 * in them that is still to come, and again after them, so that what came meanwhile is explained.
 *
 * @param firstHour of the ledger, in hours since 1970
 * @param user who sees the history
 */
record Verification(RunningVigil vigil, Path ledger, long firstHour, String user) {
  /** A reading may be this far ahead of its ingest time, and some seconds of clocks. */
  private static final Duration AHEAD_AT_MOST = Duration.ofSeconds(90);

  Verdict look() {
    Ledger before = read();
    if (before.isEmpty()) {
      throw new IllegalStateException("there is no ledger in " + ledger);
    }
    Map<SeriesName, List<Kept>> history = history(before);
    long since = before.earliestMs() - AHEAD_AT_MOST.toMillis();
    Map<SeriesName, List<Logged>> log =
        new ReadingsLog(vigil.kafka()).since(since, before.sent()::containsKey);
    Ledger after = read();
    Evidence evidence =
        new Evidence(
            before.sent(), after.sent(), log, Optional.of(history), before.completeFromMs());
    return verdict(before, Balance.of(evidence));
  }

  /** A reading gets its line before it leaves the queue, and so the queue is read first. */
  private Ledger read() {
    QueueFile.Undecided undecided = new QueueFile(ledger.resolveSibling("queue.csv")).read();
    return new LedgerFolder(ledger).read(firstHour).and(undecided);
  }

  private Map<SeriesName, List<Kept>> history(Ledger before) {
    GatewayHistory gateway = GatewayHistory.as(user, vigil.passwordOf(user), vigil.gateway());
    return gateway.of(before.sent());
  }

  private Verdict verdict(Ledger read, Balance balance) {
    Scrape scrape = new Scrape();
    List<String> told = new ArrayList<>();
    List<String> breaches = new ArrayList<>();
    for (Law law : Law.ALL) {
      Optional<ServiceCounters> counters =
          scrape.of(law.service(), vigil.host(), vigil.managementPort(law.service()));
      counters.ifPresentOrElse(
          found -> {
            told.add(law.service() + ": " + law.told(found));
            law.breachBy(found).ifPresent(breach -> breaches.add(law.service() + ": " + breach));
          },
          () -> breaches.add(law.service() + " does not tell its counters"));
    }
    return new Verdict(read, balance, told, breaches);
  }
}

package io.vigil.deploy.operator.balance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * How sent and stored compare.
 *
 * @param series how many were compared
 * @param sent readings of the ledger by outcome
 * @param refused those refused, by reason
 * @param different event times of acknowledged readings; fewer than acknowledged if a device
 *     repeated itself
 * @param logged of these, those in the log
 * @param repeated readings that lie in the log once more, which readers unite
 * @param kept of the different ones, those in the history
 * @param found how many readings are stored wrongly
 * @param examples some of them
 */
public record Balance(
    int series,
    Map<Outcome, Long> sent,
    SortedMap<String, Long> refused,
    long different,
    long logged,
    long repeated,
    long kept,
    Map<Fault, Long> found,
    Map<Fault, List<Finding>> examples) {

  /** Compares every series that the ledger names. */
  public static Balance of(Evidence evidence) {
    Tally tally = new Tally();
    Set<SeriesName> series = new TreeSet<>(Comparator.comparing(SeriesName::toString));
    series.addAll(evidence.before().keySet());
    series.addAll(evidence.after().keySet());
    series.forEach(one -> new SeriesBalance(one, evidence, tally).add());
    return tally.balance(series.size());
  }

  public long count(Outcome outcome) {
    return sent.getOrDefault(outcome, 0L);
  }

  public long count(Fault fault) {
    return found.getOrDefault(fault, 0L);
  }

  /** Whether nothing is lost, twice or phantom. */
  public boolean isBalanced() {
    return found.isEmpty();
  }
}

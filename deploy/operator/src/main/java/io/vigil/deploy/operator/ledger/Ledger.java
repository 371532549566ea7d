package io.vigil.deploy.operator.ledger;

import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a ledger held when it was read.
 *
 * @param sent readings by series, in the order of their outcomes
 * @param unreadable lines that are none; a torn last one is not counted
 * @param completeFromMs begin of the first hour that was read
 */
public record Ledger(Map<SeriesName, List<Sent>> sent, long unreadable, long completeFromMs) {
  /** This and what lies in the queue and has no line yet. */
  public Ledger and(QueueFile.Undecided queue) {
    Map<SeriesName, List<Sent>> all = new HashMap<>(sent);
    queue.readings().forEach((series, undecided) -> all.merge(series, undecided, Ledger::union));
    return new Ledger(all, unreadable, completeFromMs);
  }

  private static List<Sent> union(List<Sent> decided, List<Sent> undecided) {
    Set<List<Long>> known =
        decided.stream().map(Ledger::identity).collect(Collectors.toCollection(HashSet::new));
    return Stream.concat(
            decided.stream(), undecided.stream().filter(one -> !known.contains(identity(one))))
        .toList();
  }

  private static List<Long> identity(Sent reading) {
    return List.of(reading.timeMs(), (long) reading.valueHundredths());
  }

  public boolean isEmpty() {
    return sent.isEmpty();
  }

  /** Event time of the earliest reading; the ledger must not be empty. */
  public long earliestMs() {
    return times().min().orElseThrow();
  }

  /** Event time of the latest reading; the ledger must not be empty. */
  public long latestMs() {
    return times().max().orElseThrow();
  }

  private LongStream times() {
    return sent.values().stream().flatMap(List::stream).mapToLong(Sent::timeMs);
  }
}

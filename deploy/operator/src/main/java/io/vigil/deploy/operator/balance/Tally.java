package io.vigil.deploy.operator.balance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up while the series are compared. For one thread. */
final class Tally {
  private static final int EXAMPLES = 10;

  private final Map<Outcome, Long> sent = new EnumMap<>(Outcome.class);
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<Fault, Long> found = new EnumMap<>(Fault.class);
  private final Map<Fault, List<Finding>> examples = new EnumMap<>(Fault.class);
  private long different;
  private long logged;
  private long repeated;
  private long kept;

  void sent(Sent reading) {
    sent.merge(reading.outcome(), 1L, Long::sum);
    if (reading.outcome() == Outcome.REFUSED) {
      refused.merge(reading.reason(), 1L, Long::sum);
    }
  }

  void logged(boolean acknowledged, int repeats) {
    logged += acknowledged ? 1 : 0;
    repeated += repeats;
  }

  void kept(boolean acknowledged) {
    kept += acknowledged ? 1 : 0;
  }

  void found(Finding finding) {
    found.merge(finding.fault(), 1L, Long::sum);
    List<Finding> told = examples.computeIfAbsent(finding.fault(), fault -> new ArrayList<>());
    if (told.size() < EXAMPLES) {
      told.add(finding);
    }
  }

  /** One more event time that has an acknowledged reading. */
  void acknowledgedTime() {
    different++;
  }

  Balance balance(int series) {
    return new Balance(
        series,
        Map.copyOf(sent),
        new TreeMap<>(refused),
        different,
        logged,
        repeated,
        kept,
        Map.copyOf(found),
        Map.copyOf(examples));
  }
}

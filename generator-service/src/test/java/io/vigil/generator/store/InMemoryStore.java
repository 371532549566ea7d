package io.vigil.generator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store that tells a test what it was given. */
public final class InMemoryStore implements ReadingStore {
  private final List<Reading> ofEarlierRun;
  private final Map<Reading, Outcome> ledger = new LinkedHashMap<>();
  private final List<Reading> waiting = new ArrayList<>();
  private final List<Reading> safe = new ArrayList<>();

  /**
   * @param ofEarlierRun what an earlier run left undecided
   */
  public InMemoryStore(List<Reading> ofEarlierRun) {
    this.ofEarlierRun = List.copyOf(ofEarlierRun);
  }

  @Override
  public List<Reading> open() {
    return ofEarlierRun;
  }

  @Override
  public void measured(Reading reading) {
    waiting.add(reading);
  }

  @Override
  public void decided(Reading reading, Outcome outcome) {
    if (ledger.put(reading, outcome) != null) {
      throw new IllegalStateException("decided twice: " + reading);
    }
  }

  @Override
  public void flush() {
    safe.addAll(waiting);
    waiting.clear();
  }

  @Override
  public void tidy(Supplier<Stream<Reading>> undecided) {}

  @Override
  public void close() {}

  /** Outcomes in the order in which they became known. */
  public Map<Reading, Outcome> ledger() {
    return ledger;
  }

  /** Whether a reading outlives the process. */
  public boolean isSafe(Reading reading) {
    return safe.contains(reading);
  }
}

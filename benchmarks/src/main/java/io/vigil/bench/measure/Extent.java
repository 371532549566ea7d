package io.vigil.bench.measure;

/** How much is measured. */
public enum Extent {
  /** Five rounds, as the page tells them. */
  FULL(5),
  /** One round with a fraction of the load, to see that a benchmark works. */
  BRIEF(1);

  private final int rounds;

  Extent(int rounds) {
    this.rounds = rounds;
  }

  public int rounds() {
    return rounds;
  }

  /** A load, or a time. */
  public int of(int full, int brief) {
    return this == FULL ? full : brief;
  }
}

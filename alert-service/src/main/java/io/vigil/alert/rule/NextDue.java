package io.vigil.alert.rule;

/** When something is to happen next, kept until something has changed. */
final class NextDue {
  private long ms = Long.MAX_VALUE;
  private boolean known;

  boolean isKnown() {
    return known;
  }

  long ms() {
    return ms;
  }

  /** Something has changed. */
  void forget() {
    known = false;
  }

  /** Begins to look for the earliest. */
  void startWith(long firstMs) {
    ms = firstMs;
    known = true;
  }

  void atMost(long otherMs) {
    ms = Math.min(ms, otherMs);
  }
}

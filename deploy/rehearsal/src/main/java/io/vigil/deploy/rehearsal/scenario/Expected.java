package io.vigil.deploy.rehearsal.scenario;

/**
 * An episode that has to come, at most once.
 *
 * @param rule its code
 * @param decidedBy the second of the reading that decides, or with {@code afterMs} of the last one
 *     before a silence
 * @param afterMs how long after that reading it is due: the silence that is allowed, otherwise 0
 * @param onset the event second at which it has to begin; {@link #ANY} where a fault may move it
 * @param resolvedBy the second of the reading that ends it; {@link #ANY} where none does
 */
public record Expected(String rule, int decidedBy, int afterMs, int onset, int resolvedBy) {
  /** No second in particular. */
  public static final int ANY = -1;

  private static final int GAP_MS = 5_000;

  /** A threshold held for its time, in event time to the second. */
  public static Expected held(String rule, int onset, int completed, int resolved) {
    return new Expected(rule, completed, 0, onset, resolved);
  }

  /** A threshold of which a fault may swallow the beginning. */
  public static Expected heldAtSomeTime(String rule, int completed) {
    return new Expected(rule, completed, 0, ANY, ANY);
  }

  /** A silence after the reading of this second. */
  public static Expected gap(int lastHeard, int resolved) {
    return new Expected("gap", lastHeard, GAP_MS, ANY, resolved);
  }
}

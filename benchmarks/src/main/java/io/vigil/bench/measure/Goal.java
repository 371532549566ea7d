package io.vigil.bench.measure;

/**
 * What a ratio is to be.
 *
 * @param bound of the ratio
 * @param isLeast whether the ratio is to be at least this, or at most
 */
public record Goal(double bound, boolean isLeast) {

  public static Goal atLeast(double bound) {
    return new Goal(bound, true);
  }

  public static Goal atMost(double bound) {
    return new Goal(bound, false);
  }

  /** Whether this ratio is good enough. */
  public boolean isReachedBy(double ratio) {
    return isLeast ? ratio >= bound : ratio <= bound;
  }

  @Override
  public String toString() {
    return (isLeast ? "≥ " : "≤ ") + Quantity.times(bound);
  }
}

package io.vigil.bench.live;

import java.util.Arrays;

/** Durations that were measured, in milliseconds. */
final class Latencies {
  private final double[] values;
  private int count;

  /** Room for so many. */
  Latencies(int capacity) {
    values = new double[capacity];
  }

  /** Takes one, in nanoseconds. */
  void add(long nanos) {
    values[count++] = nanos / 1e6;
  }

  /** The value below which this share of those taken lies, in milliseconds. */
  double quantile(double share) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))];
  }

  /** One line of a table: median, 90th and 99th percentile. */
  String row(String name) {
    return String.format(
        "%-30s %8.1f %8.1f %8.1f", name, quantile(0.5), quantile(0.9), quantile(0.99));
  }
}

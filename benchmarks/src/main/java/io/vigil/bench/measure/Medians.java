package io.vigil.bench.measure;

import java.util.List;

/** The middle of some numbers. */
public final class Medians {
  private Medians() {}

  /**
   * The number in the middle, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}

package io.vigil.generator.signal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a series at 1 Hz looks like in numbers.
 *
 * @param deviation standard deviation, in beats a minute
 * @param lag1 how much a value has to do with the one before
 * @param unchanged share of the steps that change nothing
 * @param meanStep mean size of a step, in beats a minute
 */
record Statistics(double deviation, double lag1, double unchanged, double meanStep) {

  static Statistics of(int[] hundredths) {
    double mean = Arrays.stream(hundredths).average().orElseThrow();
    double squares = Arrays.stream(hundredths).mapToDouble(v -> (v - mean) * (v - mean)).sum();
    int steps = hundredths.length - 1;
    double products =
        IntStream.range(0, steps)
            .mapToDouble(i -> (hundredths[i] - mean) * (hundredths[i + 1] - mean))
            .sum();
    long same = IntStream.range(0, steps).filter(i -> hundredths[i] == hundredths[i + 1]).count();
    double way =
        IntStream.range(0, steps)
            .mapToDouble(i -> Math.abs(hundredths[i + 1] - hundredths[i]))
            .sum();
    return new Statistics(
        Math.sqrt(squares / hundredths.length) / 100,
        products / squares,
        same / (double) steps,
        way / steps / 100);
  }
}

package io.vigil.generator.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Collects the rows of one patient, in any order. Not for several threads. */
final class RecordingBuilder {
  private final String patient;
  private long[] timesMs = new long[64];
  private int[] hundredths = new int[64];
  private int size;
  private boolean isSorted = true;

  RecordingBuilder(String patient) {
    this.patient = patient;
  }

  void add(long timeMs, int value) {
    if (size == timesMs.length) {
      timesMs = Arrays.copyOf(timesMs, 2 * size);
      hundredths = Arrays.copyOf(hundredths, 2 * size);
    }
    isSorted &= size == 0 || timesMs[size - 1] < timeMs;
    timesMs[size] = timeMs;
    hundredths[size] = value;
    size++;
  }

  /** The rows by time; of several of the same time the first. */
  Recording build() {
    if (isSorted) {
      return new Recording(patient, Arrays.copyOf(timesMs, size), Arrays.copyOf(hundredths, size));
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(row -> timesMs[row]))
            .mapToInt(row -> row)
            .toArray();
    int[] distinct =
        IntStream.range(0, size)
            .filter(i -> i == 0 || timesMs[order[i]] != timesMs[order[i - 1]])
            .map(i -> order[i])
            .toArray();
    return new Recording(
        patient,
        Arrays.stream(distinct).mapToLong(row -> timesMs[row]).toArray(),
        Arrays.stream(distinct).map(row -> hundredths[row]).toArray());
  }
}

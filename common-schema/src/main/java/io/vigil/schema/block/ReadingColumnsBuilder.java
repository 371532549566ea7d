package io.vigil.schema.block;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gathers readings of one vital of one patient in the order in which they come, whatever their
 * times, and gives them back in the order of their times. Of several readings of the same time the
 * first that came stays. Not safe for threads.
 */
public final class ReadingColumnsBuilder {
  private static final int FIRST_CAPACITY = 8;

  private long[] times = new long[FIRST_CAPACITY];
  private int[] values = new int[FIRST_CAPACITY];
  private int size;
  private boolean ascending = true;

  /** Takes a reading: milliseconds since the epoch, hundredths of the unit. */
  public ReadingColumnsBuilder add(long timeMs, int valueHundredths) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    ascending &= size == 0 || timeMs > times[size - 1];
    times[size] = timeMs;
    values[size++] = valueHundredths;
    return this;
  }

  /** How many readings came, those of a time that was there already included. */
  public int size() {
    return size;
  }

  /** The readings in order, each time once. */
  public ReadingColumns build() {
    if (!ascending) {
      sortAndKeepTheFirst();
    }
    return ReadingColumns.owning(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }

  private void sortAndKeepTheFirst() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(i -> times[i]))
            .mapToInt(i -> i)
            .toArray();
    long[] sortedTimes = new long[size];
    int[] sortedValues = new int[size];
    int n = 0;
    for (int i : order) {
      if (n == 0 || times[i] > sortedTimes[n - 1]) {
        sortedTimes[n] = times[i];
        sortedValues[n++] = values[i];
      }
    }
    times = sortedTimes;
    values = sortedValues;
    size = n;
    ascending = true;
  }
}

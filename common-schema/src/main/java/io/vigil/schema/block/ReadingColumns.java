package io.vigil.schema.block;

import java.util.Arrays;

/**
 * Readings of one vital of one patient as two columns: event times in milliseconds, strictly
 * ascending, and values in hundredths of the unit. Immutable.
 */
public final class ReadingColumns {
  /** No readings. */
  public static final ReadingColumns EMPTY = new ReadingColumns(new long[0], new int[0]);

  private final long[] times;
  private final int[] values;

  private ReadingColumns(long[] times, int[] values) {
    this.times = times;
    this.values = values;
  }

  /**
   * Readings that are in order already.
   *
   * @throws IllegalArgumentException if the columns differ in length or the times do not ascend
   */
  public static ReadingColumns ofAscending(long[] times, int[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException(times.length + " times, but " + values.length + " values");
    }
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException("times do not ascend at " + i);
      }
    }
    return new ReadingColumns(times.clone(), values.clone());
  }

  /** Of columns that are as they have to be, and that nobody else has. */
  static ReadingColumns owning(long[] times, int[] values) {
    return new ReadingColumns(times, values);
  }

  public int size() {
    return times.length;
  }

  public boolean isEmpty() {
    return times.length == 0;
  }

  /** The event time of reading {@code i}, in milliseconds since the epoch. */
  public long timeAt(int i) {
    return times[i];
  }

  /** The value of reading {@code i}, in hundredths of the unit. */
  public int valueAt(int i) {
    return values[i];
  }

  /** These readings and those of the other; where both have a time, this one's value stays. */
  public ReadingColumns union(ReadingColumns other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    long[] mergedTimes = new long[size() + other.size()];
    int[] mergedValues = new int[mergedTimes.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      boolean mine = j == other.size() || (i < size() && times[i] <= other.times[j]);
      if (mine && j < other.size() && times[i] == other.times[j]) {
        j++;
      }
      mergedTimes[n] = mine ? times[i] : other.times[j];
      mergedValues[n++] = mine ? values[i++] : other.values[j++];
    }
    return new ReadingColumns(Arrays.copyOf(mergedTimes, n), Arrays.copyOf(mergedValues, n));
  }

  /**
   * How many readings of the other have a time that these have too, with the same value or another.
   */
  public int countShared(ReadingColumns other) {
    return countShared(other, false);
  }

  /** How many of {@link #countShared the shared} readings have another value here. */
  public int countConflicts(ReadingColumns other) {
    return countShared(other, true);
  }

  private int countShared(ReadingColumns other, boolean onlyConflicts) {
    int n = 0;
    for (int j = 0; j < other.size(); j++) {
      int i = Arrays.binarySearch(times, other.times[j]);
      if (i >= 0 && !(onlyConflicts && values[i] == other.values[j])) {
        n++;
      }
    }
    return n;
  }

  /** The readings from one time, included, to another, not included. */
  public ReadingColumns between(long fromMs, long toMs) {
    int start = insertionPoint(fromMs);
    return slice(start, Math.max(start, insertionPoint(toMs)));
  }

  /** The readings from one index, included, to another, not included, or as far as there are. */
  public ReadingColumns slice(int from, int to) {
    int end = Math.min(to, size());
    return new ReadingColumns(
        Arrays.copyOfRange(times, from, end), Arrays.copyOfRange(values, from, end));
  }

  private int insertionPoint(long timeMs) {
    int found = Arrays.binarySearch(times, timeMs);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReadingColumns other
        && Arrays.equals(times, other.times)
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return isEmpty() ? "no readings" : size() + " readings from " + times[0];
  }
}

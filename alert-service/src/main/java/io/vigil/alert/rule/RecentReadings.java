package io.vigil.alert.rule;

import java.util.Arrays;

/**
 * The readings of one vital that another may still come before: in the order of their event times,
 * each time once.
 */
public final class RecentReadings {
  /** More than any device sends in the time that is kept; beyond it the oldest is settled early. */
  static final int MOST = 1_024;

  private long[] times = new long[16];
  private int[] values = new int[16];
  private int size;

  public int size() {
    return size;
  }

  public long timeAt(int i) {
    return times[i];
  }

  public int valueAt(int i) {
    return values[i];
  }

  /** Where this event time is, or {@code -(where it belongs) - 1} if it is not there. */
  public int find(long time) {
    if (size == 0 || time > times[size - 1]) {
      return -size - 1;
    }
    return Arrays.binarySearch(times, 0, size, time);
  }

  /** Puts a reading where {@link #find} said that it belongs. */
  public void insert(int at, long time, int value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    System.arraycopy(times, at, times, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    times[at] = time;
    values[at] = value;
    size++;
  }

  /** Drops this many of the oldest. */
  public void dropFirst(int count) {
    size -= count;
    System.arraycopy(times, count, times, 0, size);
    System.arraycopy(values, count, values, 0, size);
  }

  public void writeTo(StateWriter to) {
    to.count(size);
    for (int i = 0; i < size; i++) {
      to.time(times[i]);
      to.value(values[i]);
    }
  }

  public static RecentReadings readFrom(StateReader from) {
    RecentReadings read = new RecentReadings();
    int size = from.count();
    for (int i = 0; i < size; i++) {
      read.insert(i, from.time(), from.value());
    }
    return read;
  }
}

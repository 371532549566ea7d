package io.vigil.alert.backtest;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.util.List;
import java.util.Map;

/** Goes through readings of several vitals in the order of their event times. */
final class InTime {
  private final List<Map.Entry<Vital, ReadingColumns>> columns;
  private final int[] next;
  private int current = -1;

  InTime(Map<Vital, ReadingColumns> readings) {
    this.columns = List.copyOf(readings.entrySet());
    this.next = new int[columns.size()];
  }

  /** Goes on to the next reading; false if there is none. */
  boolean next() {
    current = -1;
    for (int i = 0; i < next.length; i++) {
      ReadingColumns candidate = columns.get(i).getValue();
      if (next[i] < candidate.size()
          && (current < 0 || candidate.timeAt(next[i]) < timeOfNext(current))) {
        current = i;
      }
    }
    if (current < 0) {
      return false;
    }
    next[current]++;
    return true;
  }

  private long timeOfNext(int column) {
    return columns.get(column).getValue().timeAt(next[column]);
  }

  Vital vital() {
    return columns.get(current).getKey();
  }

  /** Event time, in milliseconds since the epoch. */
  long timeMs() {
    return columns.get(current).getValue().timeAt(next[current] - 1);
  }

  /** In hundredths of the vital's unit. */
  int value() {
    return columns.get(current).getValue().valueAt(next[current] - 1);
  }
}

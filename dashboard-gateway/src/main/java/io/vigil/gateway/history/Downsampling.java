package io.vigil.gateway.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;

/**
 * Makes few points of many so that a line through them looks the same: of each stretch of time the
 * lowest and the highest reading stay, at their own times.
 */
final class Downsampling {
  private Downsampling() {}

  /** At most this many of the readings, two at least; all of them where they are not more. */
  static ReadingColumns atMost(int points, ReadingColumns readings) {
    if (readings.size() <= points) {
      return readings;
    }
    int stretches = points / 2;
    long first = readings.timeAt(0);
    long span = readings.timeAt(readings.size() - 1) - first + 1;
    ReadingColumnsBuilder kept = new ReadingColumnsBuilder();
    int start = 0;
    for (int stretch = 1; stretch <= stretches && start < readings.size(); stretch++) {
      // Not span * stretch: that can overflow where a client asks for all of time.
      long end = first + span / stretches * stretch + span % stretches * stretch / stretches;
      int next = start;
      while (next < readings.size() && readings.timeAt(next) < end) {
        next++;
      }
      keepExtremes(readings, start, next, kept);
      start = next;
    }
    return kept.build();
  }

  private static void keepExtremes(
      ReadingColumns readings, int start, int end, ReadingColumnsBuilder kept) {
    if (start == end) {
      return;
    }
    int lowest = start;
    int highest = start;
    for (int i = start + 1; i < end; i++) {
      lowest = readings.valueAt(i) < readings.valueAt(lowest) ? i : lowest;
      highest = readings.valueAt(i) > readings.valueAt(highest) ? i : highest;
    }
    int earlier = Math.min(lowest, highest);
    int later = Math.max(lowest, highest);
    kept.add(readings.timeAt(earlier), readings.valueAt(earlier));
    if (later != earlier) {
      kept.add(readings.timeAt(later), readings.valueAt(later));
    }
  }
}

package io.vigil.storage.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;

/**
 * A fact of the history: the readings of one vital, patient and day that lay in a range of offsets
 * of the log.
 *
 * @param day UTC, of the event times
 * @param offsets where in the log they lay; names the fragment
 * @param readings at least one
 */
public record Fragment(
    SeriesKey series, LocalDate day, OffsetRange offsets, ReadingColumns readings) {
  public Fragment {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a fragment without readings");
    }
  }

  /** The event time of the first reading, in milliseconds since the epoch. */
  long firstMs() {
    return readings.timeAt(0);
  }

  /** The event time of the last reading, in milliseconds since the epoch. */
  long lastMs() {
    return readings.timeAt(readings.size() - 1);
  }
}

package io.vigil.storage.hot;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A hot window in memory that forgets nothing. */
public final class InMemoryHotBlocks implements HotBlocks {
  private final Map<SeriesKey, ReadingColumns> readings = new ConcurrentHashMap<>();

  @Override
  public Appended append(Map<SeriesKey, ReadingColumns> more) {
    int duplicates = 0;
    int conflicts = 0;
    for (Map.Entry<SeriesKey, ReadingColumns> entry : more.entrySet()) {
      ReadingColumns before = of(entry.getKey());
      duplicates += before.countShared(entry.getValue());
      conflicts += before.countConflicts(entry.getValue());
      readings.put(entry.getKey(), before.union(entry.getValue()));
    }
    return new Appended(duplicates, conflicts);
  }

  @Override
  public boolean isEmpty() {
    return readings.isEmpty();
  }

  /** What is there of this series. */
  public ReadingColumns of(SeriesKey series) {
    return readings.getOrDefault(series, ReadingColumns.EMPTY);
  }
}

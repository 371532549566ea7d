package io.vigil.storage.hot;

import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A hot window in memory that forgets nothing by itself. */
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
  public Optional<ReadingColumns> readings(SeriesKey series, long blockStartMs) {
    ReadingColumns block =
        of(series).between(blockStartMs, blockStartMs + HotWindow.BLOCK_SPAN.toMillis());
    return block.isEmpty() ? Optional.empty() : Optional.of(block);
  }

  @Override
  public boolean isEmpty() {
    return readings.isEmpty();
  }

  /** Lets go of this series. */
  public void forget(SeriesKey series) {
    readings.remove(series);
  }

  /** What is there of this series. */
  public ReadingColumns of(SeriesKey series) {
    return readings.getOrDefault(series, ReadingColumns.EMPTY);
  }
}

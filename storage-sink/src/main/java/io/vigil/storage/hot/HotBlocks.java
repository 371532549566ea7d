package io.vigil.storage.hot;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.util.Map;
import java.util.Optional;

/** Where readings are kept for a short time, to be read at once. */
public interface HotBlocks {
  /**
   * Puts these readings beside those that are there; a time that is there keeps its value, so that
   * a repetition changes nothing. Returns when they are visible, or after a bounded time: what
   * could not be written by then is counted and logged, never thrown, since the history gets it as
   * well.
   */
  Appended append(Map<SeriesKey, ReadingColumns> readings);

  /**
   * The readings of the block that starts at this time; empty where there is none, and where that
   * cannot be told.
   */
  Optional<ReadingColumns> readings(SeriesKey series, long blockStartMs);

  /** Whether nothing is there, in the whole cluster; false where that cannot be told. */
  boolean isEmpty();
}

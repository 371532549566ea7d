package io.vigil.storage.history;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/** Where the history is kept. Safe for threads; never blocks. */
public interface Fragments {
  /**
   * Appends a fragment; one that is there already stays as it is. The stage completes when the
   * fragment is durable, and exceptionally when that is not certain: then append it again.
   */
  CompletionStage<Void> append(Fragment fragment);

  /**
   * The readings of a day from one event time, included, to another, not included: the union of all
   * fragments, in which of two readings of the same time the one that was first in the log stays.
   */
  CompletionStage<ReadingColumns> readings(SeriesKey series, LocalDate day, long fromMs, long toMs);
}

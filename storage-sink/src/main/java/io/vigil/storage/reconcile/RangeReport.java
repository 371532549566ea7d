package io.vigil.storage.reconcile;

import io.vigil.schema.check.StorageCheck;
import java.time.Instant;

/**
 * What came of comparing a range of the log with the stores.
 *
 * @param from the ingest time at which it begins
 * @param to the ingest time at which it ends, not included
 * @param readings how many readings were compared
 * @param missingInHistory how many of them the history lacked, and has now
 * @param missingInHot how many of them the hot window lacked in blocks that it had, and has now
 */
record RangeReport(
    Instant from, Instant to, long readings, long missingInHistory, long missingInHot) {
  static RangeReport ofNothing(Instant from, Instant to) {
    return new RangeReport(from, to, 0, 0, 0);
  }

  RangeReport and(StorageCheck check) {
    return new RangeReport(
        from,
        to,
        readings + check.readings(),
        missingInHistory + check.missingInHistory(),
        missingInHot + check.missingInHot());
  }
}

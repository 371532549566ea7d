package io.vigil.storage.reconcile;

import io.vigil.schema.check.StorageCheck;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.hot.HotBlocks;
import io.vigil.storage.record.PartitionGather;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a stretch of the log: compares, tells, repairs. It tells before it repairs, so that a
 * crash in between leads to telling twice, which makes one alarm, and not to a repair of which
 * nobody learns.
 */
final class StretchCheck {
  private static final Logger log = LoggerFactory.getLogger(StretchCheck.class);

  private final Fragments history;
  private final HotBlocks hot;
  private final CheckLog checks;
  private final ReconcileProperties properties;
  private final InstantSource clock;

  StretchCheck(
      Fragments history,
      HotBlocks hot,
      CheckLog checks,
      ReconcileProperties properties,
      InstantSource clock) {
    this.history = history;
    this.hot = hot;
    this.checks = checks;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Checks this stretch. May be repeated after it has failed.
   *
   * @throws ExecutionException if a store or the log failed
   * @throws TimeoutException if one of them did not answer in time
   */
  StorageCheck check(PartitionGather stretch)
      throws InterruptedException, ExecutionException, TimeoutException {
    Comparison comparison = new Comparison(history, hot, properties.answerWithin());
    for (Fragment fragment : stretch.fragments()) {
      comparison.compare(fragment);
    }
    StorageCheck found =
        new StorageCheck(
            stretch.partition(),
            stretch.firstOffset(),
            stretch.nextOffset() - 1,
            clock.instant(),
            comparison.readings(),
            comparison.missingInHistory(),
            comparison.missingInHot(),
            comparison.patients());
    checks.tell(found, properties.answerWithin());
    if (!found.agrees()) {
      log.warn("The stores lack readings that the log has, and get them now: {}", found);
      comparison.repair();
    }
    return found;
  }
}

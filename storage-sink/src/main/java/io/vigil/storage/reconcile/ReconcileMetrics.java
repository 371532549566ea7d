package io.vigil.storage.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vigil.schema.check.StorageCheck;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was compared, and what was missing and is there again. */
final class ReconcileMetrics {
  private static final Tags STAGE = Tags.of("stage", "storage");

  private final Counter compared;
  private final Counter missingInHistory;
  private final Counter missingInHot;
  private final Counter failures;
  private final AtomicLong behind;

  ReconcileMetrics(MeterRegistry registry) {
    this.compared = registry.counter("vigil.reconcile.readings", STAGE);
    this.missingInHistory =
        registry.counter("vigil.reconcile.repaired", STAGE.and("store", "history"));
    this.missingInHot = registry.counter("vigil.reconcile.repaired", STAGE.and("store", "hot"));
    this.failures = registry.counter("vigil.reconcile.failures", STAGE);
    this.behind = new AtomicLong();
    registry.gauge("vigil.reconcile.behind", STAGE, behind);
  }

  void checked(StorageCheck check) {
    compared.increment(check.readings());
    missingInHistory.increment(check.missingInHistory());
    missingInHot.increment(check.missingInHot());
  }

  /** A store, or the log, did not answer; it is tried again. */
  void failed() {
    failures.increment();
  }

  /**
   * @param records that are durable and were not compared yet
   */
  void observed(long records) {
    behind.set(records);
  }
}

package io.vigil.storage.reconcile;

import io.vigil.schema.check.StorageCheck;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Where it is told what was compared. */
@FunctionalInterface
interface CheckLog {
  /** Tells of a check; returns when the log has it. */
  void tell(StorageCheck check, Duration within)
      throws InterruptedException, ExecutionException, TimeoutException;
}

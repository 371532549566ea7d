package io.vigil.deploy.supervision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Whether all parts came up. Safe for use by many threads. */
final class FirstStart {
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private int missing;

  FirstStart(int parts) {
    this.missing = parts;
  }

  synchronized void ready() {
    missing--;
    if (missing == 0) {
      over.complete(true);
    }
  }

  void failed(StartFailed failure) {
    over.completeExceptionally(failure);
  }

  /** The run is stopped before all were up. */
  void givenUp() {
    over.complete(false);
  }

  /**
   * Waits until all are up or the run is stopped; whether all are.
   *
   * @throws StartFailed as soon as one does not come up
   */
  boolean await() throws StartFailed, InterruptedException {
    try {
      return over.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StartFailed failed ? failed : new StartFailed(e.toString());
    }
  }
}

package io.vigil.gateway.tail;

import java.time.Duration;

/** How far the log has been read. Safe for threads. */
public interface Tail {
  /** Whether everything that the log held when following began has been read. */
  boolean isCaughtUp();

  /**
   * The ingest time before which every reading has been read, in milliseconds since the epoch; 0 as
   * long as that is not known.
   */
  long watermarkMs();

  /**
   * Waits until all listeners have taken the command at this offset, at most for this long; returns
   * whether they have. Who wrote it reads its own write from then on.
   */
  boolean awaitCommand(int partition, long offset, Duration atMost) throws InterruptedException;
}

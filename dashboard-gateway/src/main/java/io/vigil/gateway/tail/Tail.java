package io.vigil.gateway.tail;

/** How far the log has been read. Safe for threads. */
public interface Tail {
  /** Whether everything that the log held when following began has been read. */
  boolean isCaughtUp();

  /**
   * The ingest time before which every reading has been read, in milliseconds since the epoch; 0 as
   * long as that is not known.
   */
  long watermarkMs();
}

package io.vigil.ingest.log;

/** How an attempt to put the readings of a request into the log has ended. */
public enum Append {
  /** All in-sync replicas have every record of it. */
  ACKNOWLEDGED,
  /** The buffer before the log is full: the log is slower than what comes in. */
  BUFFER_FULL,
  /** The log did not acknowledge every record before the deadline; it may have some of them. */
  NOT_ACKNOWLEDGED
}

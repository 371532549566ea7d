package io.vigil.ingest.reading;

/** The body of a request is not JSON; of NDJSON, no line of it is. */
public final class NotJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  NotJsonException(String message) {
    // Without a stack trace: it tells of the client's mistake, not of ours, and may come often.
    super(message, null, false, false);
  }
}

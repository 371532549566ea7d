package io.vigil.storage.history;

/** The database has not been reached yet. */
final class HistoryAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryAwayException() {
    super("the database has not been reached yet");
  }
}

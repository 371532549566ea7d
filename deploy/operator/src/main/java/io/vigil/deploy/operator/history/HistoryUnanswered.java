package io.vigil.deploy.operator.history;

/** The history did not answer completely, so that nothing can be said of it. */
public final class HistoryUnanswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryUnanswered(String message) {
    super(message);
  }
}

package io.vigil.ingest.http;

/** The request is refused as a whole, with this answer. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  RefusedException(Answer answer) {
    super("refused", null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}

package io.vigil.alert.topology;

/** A record that no retry makes any better; it is parked. */
public final class UnprocessableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason a code, for example {@code key_mismatch}
   * @param detail in words, without vitals or names
   */
  public UnprocessableRecordException(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}

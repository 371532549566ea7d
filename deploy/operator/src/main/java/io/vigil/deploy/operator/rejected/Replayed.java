package io.vigil.deploy.operator.rejected;

/**
 * What a replay did with one record.
 *
 * @param told in words
 */
public record Replayed(ParkedRecord record, Result result, String told) {
  /** How it went. */
  public enum Result {
    WRITTEN,
    WOULD_BE_WRITTEN,
    LEFT,
    FAILED
  }
}

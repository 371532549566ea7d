package io.vigil.generator.store;

/**
 * What became of a reading in the end.
 *
 * @param code as the ledger has it
 */
public record Outcome(String code) {
  /** Ingest has it, for good. */
  public static final Outcome ACKNOWLEDGED = new Outcome("acknowledged");

  /** It left the bounded queue without a decision. */
  public static final Outcome DROPPED = new Outcome("dropped");

  private static final int LONGEST_REASON = 64;

  /** Ingest does not want it, for this reason. */
  public static Outcome refused(String reason) {
    String plain = reason.replaceAll("[^A-Za-z0-9._-]", "_");
    return new Outcome("refused:" + plain.substring(0, Math.min(plain.length(), LONGEST_REASON)));
  }
}

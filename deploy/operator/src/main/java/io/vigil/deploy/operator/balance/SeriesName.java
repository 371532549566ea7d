package io.vigil.deploy.operator.balance;

/**
 * One vital of one patient.
 *
 * @param vital the vital's code
 */
public record SeriesName(String patient, String vital) {
  @Override
  public String toString() {
    return patient + " " + vital;
  }
}

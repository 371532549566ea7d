package io.vigil.generator.replay;

/**
 * What was recorded of one patient, in the order of time, each time once. Immutable.
 *
 * <p>Arrays, not an object for each value: there may be a million of them.
 */
public final class Recording {
  private final String patient;
  private final long[] timesMs;
  private final int[] hundredths;

  /** Takes the arrays as they are; nobody else may change them. */
  Recording(String patient, long[] timesMs, int[] hundredths) {
    this.patient = patient;
    this.timesMs = timesMs;
    this.hundredths = hundredths;
  }

  public String patient() {
    return patient;
  }

  public int size() {
    return timesMs.length;
  }

  /** When a value was measured, in epoch milliseconds of the recording. */
  public long timeMsAt(int index) {
    return timesMs[index];
  }

  /** A value in hundredths of a beat a minute. */
  public int hundredthsAt(int index) {
    return hundredths[index];
  }

  long firstMs() {
    return timesMs[0];
  }

  long lastMs() {
    return timesMs[timesMs.length - 1];
  }
}

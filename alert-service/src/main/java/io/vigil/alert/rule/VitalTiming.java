package io.vigil.alert.rule;

/**
 * What is asked of one vital before an alarm is raised or resolved, whatever its limits.
 *
 * @param hysteresis how far a value has to be back inside a limit to count towards resolving
 * @param holdForMs for how long, in event time, a condition has to hold
 * @param extremeHoldForMs the same for raising an extreme
 * @param gapAfterMs how long a silence may be: in ingest time before it is a gap, in event time
 *     before it starts a hold anew
 * @param isSilenceWatched whether a silence raises a gap; not where it is measured now and then
 */
public record VitalTiming(
    int hysteresis,
    long holdForMs,
    long extremeHoldForMs,
    long gapAfterMs,
    boolean isSilenceWatched) {
  public VitalTiming {
    if (hysteresis < 0 || holdForMs < 0 || extremeHoldForMs < 0 || gapAfterMs <= 0) {
      throw new IllegalArgumentException("times may not be negative, a gap not 0");
    }
  }
}

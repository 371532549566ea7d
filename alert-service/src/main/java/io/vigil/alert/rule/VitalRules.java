package io.vigil.alert.rule;

/**
 * What is asked of one vital before an alarm is raised or resolved.
 *
 * @param highAbove the upper limit; a value has to be above it
 * @param lowBelow the lower limit; a value has to be below it
 * @param hysteresis how far a value has to be back inside a limit to count towards resolving
 * @param holdForMs for how long, in event time, a condition has to hold
 * @param gapAfterMs how long a silence may be: in ingest time before it is a gap, in event time
 *     before it starts a hold anew
 */
public record VitalRules(
    int highAbove, int lowBelow, int hysteresis, long holdForMs, long gapAfterMs) {
  public VitalRules {
    if (lowBelow < 0 || hysteresis < 0 || holdForMs < 0 || gapAfterMs <= 0) {
      throw new IllegalArgumentException("limits and times may not be negative, a gap not 0");
    }
    if (lowBelow + hysteresis > highAbove - hysteresis) {
      throw new IllegalArgumentException("no value would be back inside both limits");
    }
  }
}

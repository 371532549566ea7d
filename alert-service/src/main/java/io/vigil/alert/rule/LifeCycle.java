package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;

/**
 * What happens to an alarm that stays, in the time of the log.
 *
 * @param escalateHighAfterMs how long one of high priority may stay without being acknowledged
 *     before the next circle is called
 * @param escalateMediumAfterMs the same for medium priority; low priority is never escalated
 * @param circles how many circles there are, the first included
 * @param reannounceAfterMs how long one that was acknowledged may stay before it is told again
 */
public record LifeCycle(
    long escalateHighAfterMs, long escalateMediumAfterMs, int circles, long reannounceAfterMs) {
  public LifeCycle {
    if (escalateHighAfterMs <= 0
        || escalateMediumAfterMs <= 0
        || circles < 1
        || reannounceAfterMs <= 0) {
      throw new IllegalArgumentException("times have to be positive, and there is one circle");
    }
  }

  /** Whether an alarm of this priority that reached this circle is escalated at some time. */
  boolean escalates(AlertPriority priority, int circle) {
    return priority != AlertPriority.LOW && circle < circles;
  }

  long escalateAfterMs(AlertPriority priority) {
    return priority == AlertPriority.HIGH ? escalateHighAfterMs : escalateMediumAfterMs;
  }
}

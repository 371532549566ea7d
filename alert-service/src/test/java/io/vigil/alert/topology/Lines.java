package io.vigil.alert.topology;

import io.vigil.schema.alert.Alert;
import java.time.Instant;

/** Alarm events as lines to compare, with times in seconds since {@link Wire#START}. */
public final class Lines {
  private Lines() {}

  /** For example {@code p-0001 high raised medium 5-15 HR 134 > 120 #1}. */
  public static String line(Alert alert) {
    return "%s %s %s %s %s-%s %s #%d"
        .formatted(
            alert.patient(),
            alert.rule().code(),
            alert.state().code(),
            alert.priority().code(),
            second(alert.onset()),
            second(alert.time()),
            alert.text(),
            alert.revision());
  }

  private static String second(Instant time) {
    long ms = time.toEpochMilli() - Wire.START;
    return ms % 1_000 == 0 ? Long.toString(ms / 1_000) : Double.toString(ms / 1_000.0);
  }
}

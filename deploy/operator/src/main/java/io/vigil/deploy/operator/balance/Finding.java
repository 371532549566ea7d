package io.vigil.deploy.operator.balance;

import java.time.Instant;

/**
 * One reading that is stored wrongly. Never tells its value.
 *
 * @param timeMs its event time
 * @param detail where, in words
 */
public record Finding(Fault fault, SeriesName series, long timeMs, String detail) {
  @Override
  public String toString() {
    return "%s %s %s".formatted(series, Instant.ofEpochMilli(timeMs), detail);
  }
}

package io.vigil.gateway.tail;

import io.vigil.schema.alert.Alert;

/**
 * One revision of an episode.
 *
 * @param partition of the topic of alerts
 * @param alerts the place in the topic of alerts right after it
 */
public record AlertAt(Alert alert, int partition, Offsets alerts) {
  /** Where it lies in its partition. */
  public long offset() {
    return alerts.get(partition) - 1;
  }
}

package io.vigil.deploy.operator.rejected;

/** Where a record lay before it was parked. */
public record Origin(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}

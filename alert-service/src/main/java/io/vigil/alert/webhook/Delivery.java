package io.vigil.alert.webhook;

import org.apache.kafka.common.TopicPartition;

/** One event on its way to one target. Used by the thread of its subscription alone. */
final class Delivery {
  private final TopicPartition partition;
  private final long offset;
  private final String patient;
  private final String id;
  private final byte[] body;
  private final long writtenAtMs;
  private int failures;
  private long dueAtNanos;

  /**
   * @param id of the event, the same at each attempt
   * @param body as it lies in the topic
   * @param writtenAtMs the record's timestamp
   */
  Delivery(
      TopicPartition partition,
      long offset,
      String patient,
      String id,
      byte[] body,
      long writtenAtMs) {
    this.partition = partition;
    this.offset = offset;
    this.patient = patient;
    this.id = id;
    this.body = body;
    this.writtenAtMs = writtenAtMs;
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  String patient() {
    return patient;
  }

  String id() {
    return id;
  }

  byte[] body() {
    return body;
  }

  long writtenAtMs() {
    return writtenAtMs;
  }

  int failures() {
    return failures;
  }

  void failed(long dueAtNanos) {
    failures++;
    this.dueAtNanos = dueAtNanos;
  }

  boolean isDue(long nanos) {
    return failures == 0 || nanos - dueAtNanos >= 0;
  }
}

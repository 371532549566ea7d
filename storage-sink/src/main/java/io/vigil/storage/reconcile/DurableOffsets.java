package io.vigil.storage.reconcile;

import java.util.Map;

/** How far the intake has got: what lies before is durable in the history. */
@FunctionalInterface
interface DurableOffsets {
  /**
   * The next offset of each partition of vitals.readings; a partition of which nothing is durable
   * is left out.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer in time
   */
  Map<Integer, Long> next() throws InterruptedException;
}

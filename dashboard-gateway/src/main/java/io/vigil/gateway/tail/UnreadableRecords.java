package io.vigil.gateway.tail;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records that cannot be read, with the reason as a code and in words. */
@FunctionalInterface
interface UnreadableRecords {
  void park(ConsumerRecord<byte[], byte[]> record, String reason, String detail);
}

package io.vigil.storage.intake;

import io.vigil.storage.record.Rejection;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records are parked that cannot be processed. */
interface RejectedRecords {
  /** Parks a record; the stage completes when it is durable there. Throws nothing. */
  CompletionStage<?> park(ConsumerRecord<byte[], byte[]> record, Rejection rejection);
}

package io.vigil.storage.intake;

import io.vigil.storage.record.Rejection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record on its way to where the rejected are parked; begun at once, repeated until done. */
final class Parking {
  private final ConsumerRecord<byte[], byte[]> record;
  private final Rejection rejection;
  private CompletableFuture<?> attempt;

  Parking(ConsumerRecord<byte[], byte[]> record, Rejection rejection, RejectedRecords rejected) {
    this.record = record;
    this.rejection = rejection;
    this.attempt = rejected.park(record, rejection).toCompletableFuture();
  }

  /** The attempt that is under way or done; a new one where the last has failed. */
  CompletableFuture<?> attempt(RejectedRecords rejected) {
    if (attempt.isCompletedExceptionally()) {
      attempt = rejected.park(record, rejection).toCompletableFuture();
    }
    return attempt;
  }
}

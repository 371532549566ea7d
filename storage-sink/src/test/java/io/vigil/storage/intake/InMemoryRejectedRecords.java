package io.vigil.storage.intake;

import io.vigil.storage.record.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Parks in memory, and can be away. */
final class InMemoryRejectedRecords implements RejectedRecords {
  /** Where a parked record lay, and why it is parked: {@code 0@7 malformed}. */
  final List<String> parked = new ArrayList<>();

  boolean away;

  @Override
  public CompletionStage<?> park(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
    if (away) {
      return CompletableFuture.failedStage(new IllegalStateException("away"));
    }
    parked.add(record.partition() + "@" + record.offset() + " " + rejection.reason().code());
    return CompletableFuture.completedStage(null);
  }
}

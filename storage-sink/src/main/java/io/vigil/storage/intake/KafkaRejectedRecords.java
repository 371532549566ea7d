package io.vigil.storage.intake;

import io.vigil.schema.topic.RejectedRecord;
import io.vigil.storage.record.Rejection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Parks in the topic vitals.rejected. */
final class KafkaRejectedRecords implements RejectedRecords {
  private static final String BY = "storage-sink";

  private final KafkaTemplate<byte[], byte[]> kafka;

  KafkaRejectedRecords(KafkaTemplate<byte[], byte[]> kafka) {
    this.kafka = kafka;
  }

  @Override
  public CompletionStage<?> park(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
    try {
      return kafka.send(
          RejectedRecord.of(record, BY, rejection.reason().code(), rejection.detail()));
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}

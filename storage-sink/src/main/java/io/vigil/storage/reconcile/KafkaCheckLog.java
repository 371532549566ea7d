package io.vigil.storage.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Tells checks in the topic vitals.storage-checks. */
final class KafkaCheckLog implements CheckLog {
  private static final byte[] KEY = StorageCheck.KEY.getBytes(UTF_8);

  private final KafkaTemplate<byte[], byte[]> kafka;

  KafkaCheckLog(KafkaTemplate<byte[], byte[]> kafka) {
    this.kafka = kafka;
  }

  @Override
  public void tell(StorageCheck check, Duration within)
      throws InterruptedException, ExecutionException, TimeoutException {
    kafka
        .send(
            new ProducerRecord<>(
                Topics.STORAGE_CHECKS, null, check.at().toEpochMilli(), KEY, check.toJson()))
        .get(within.toMillis(), TimeUnit.MILLISECONDS);
  }
}

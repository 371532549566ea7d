package io.vigil.schema.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks in vitals.rejected for a consumer that keeps no offsets, such as one that reads its topic
 * from the beginning at each start. It has a producer from the first rejected record on and none
 * before, since most never see one. For one thread; what it parks is sent by another, and tried for
 * two minutes while the broker is away.
 */
public final class RejectedRecordWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RejectedRecordWriter.class);
  private static final int BUFFER_BYTES = 4 * 1024 * 1024;
  private static final Duration LAST_WRITES = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private final String by;
  private @Nullable Producer<byte[], byte[]> producer;

  /**
   * Opens nothing yet.
   *
   * @param clientSettings how to reach Kafka; what concerns consumers alone does not matter
   * @param by the service that rejects
   */
  public RejectedRecordWriter(Map<String, Object> clientSettings, String by) {
    this.settings = new HashMap<>(clientSettings);
    this.by = by;
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
  }

  /**
   * Parks a record. Never fails: what cannot be parked stays in its own topic, and is logged.
   *
   * @param reason as a code, for example {@code malformed}
   * @param detail in words, without vitals or names
   */
  public void park(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
    try {
      var unused =
          opened()
              .send(
                  RejectedRecord.of(record, by, reason, detail),
                  (RecordMetadata parked, @Nullable Exception failure) -> {
                    if (failure != null) {
                      tell(record, failure);
                    }
                  });
    } catch (KafkaException e) {
      tell(record, e);
    }
  }

  private static void tell(ConsumerRecord<?, ?> record, Exception failure) {
    log.error(
        "Cannot park {}-{} at offset {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        failure.getMessage());
  }

  private Producer<byte[], byte[]> opened() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    Producer<byte[], byte[]> open = producer;
    if (open != null) {
      open.close(LAST_WRITES);
      producer = null;
    }
  }
}

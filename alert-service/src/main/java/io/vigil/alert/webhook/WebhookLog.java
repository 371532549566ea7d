package io.vigil.alert.webhook;

import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes subscriptions and what was parked of them, and waits until the log has it. */
final class WebhookLog implements AutoCloseable {
  private static final int WITHIN_SECONDS = 5;

  private final Map<String, Object> settings;
  private @Nullable KafkaProducer<String, byte[]> producer;

  /**
   * @param client how to reach Kafka
   */
  WebhookLog(Map<String, Object> client) {
    settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WITHIN_SECONDS * 1_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN_SECONDS * 1_000);
  }

  /** Made at the first write: the brokers' names may not be known when the service starts. */
  private synchronized KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /** Whether the log has the subscription now; with null it is taken back. */
  boolean put(String id, byte @Nullable [] json) throws InterruptedException {
    return write(new ProducerRecord<>(Topics.WEBHOOKS, id, json));
  }

  /** Whether the log has the parked event now. */
  boolean park(ParkedEvent event) throws InterruptedException {
    return write(event.toRecord());
  }

  private boolean write(ProducerRecord<String, byte[]> message) throws InterruptedException {
    try {
      producer().send(message).get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(WITHIN_SECONDS));
    }
  }
}

package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.topic.RejectedRecordWriter;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The view of vitals.webhooks in memory, kept abreast on a thread of its own. A broker that is away
 * is waited for; a record that cannot be read is logged, parked in vitals.rejected and passed over.
 */
final class Subscriptions implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.WEBHOOKS, 0);
  private static final long PAUSE_MS = 1_000;
  private static final Duration POLL_FOR = Duration.ofMillis(500);

  private final Map<String, Object> settings;
  private final Map<String, Subscription> byId = new ConcurrentSkipListMap<>();
  private final Thread thread = new Thread(this::follow, "webhook-subscriptions");
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean closed;
  private final RejectedRecordWriter rejected;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param client how to reach Kafka
   */
  Subscriptions(Map<String, Object> client) {
    rejected = new RejectedRecordWriter(client, "alert-service");
    settings = new HashMap<>(client);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Collection<Subscription> all() {
    return List.copyOf(byId.values());
  }

  Optional<Subscription> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Takes in what the topic has under this id; without a value it takes the subscription back.
   *
   * @throws IllegalArgumentException if the value is no subscription, or another one's; nothing has
   *     changed then
   */
  void apply(String id, byte @Nullable [] json) {
    if (json == null) {
      byId.remove(id);
      return;
    }
    Subscription subscription = Subscription.fromJson(json);
    if (!subscription.id().equals(id)) {
      throw new IllegalArgumentException(
          "the subscription " + subscription.id() + " under the key " + id);
    }
    byId.put(id, subscription);
  }

  private void take(ConsumerRecord<byte[], byte[]> entry) {
    String id = entry.key() == null ? "" : new String(entry.key(), UTF_8);
    try {
      apply(id, entry.value());
    } catch (IllegalArgumentException e) {
      log.error("Passing over {} at offset {}: {}", id, entry.offset(), e.getMessage());
      rejected.park(entry, "malformed", "not a subscription, or not the key's");
    }
  }

  private void follow() {
    while (!closed) {
      try (var opened =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.assign(List.of(PARTITION));
        opened.seekToBeginning(List.of(PARTITION));
        while (!closed) {
          opened.poll(POLL_FOR).forEach(this::take);
        }
      } catch (WakeupException | InterruptException e) {
        log.debug("No longer following {}", Topics.WEBHOOKS);
      } catch (KafkaException e) {
        log.warn("Starting to follow {} anew: {}", Topics.WEBHOOKS, e.getMessage());
        pause();
      }
    }
  }

  /** Brokers whose names nobody knows yet fail at once. */
  private void pause() {
    try {
      if (closing.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        closed = true;
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    closing.countDown();
    KafkaConsumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(POLL_FOR.toMillis() * 4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rejected.close();
  }
}

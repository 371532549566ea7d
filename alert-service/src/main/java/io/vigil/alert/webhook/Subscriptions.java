package io.vigil.alert.webhook;

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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The view of vitals.webhooks in memory, kept abreast on a thread of its own. A broker that is away
 * is waited for.
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
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  /**
   * @param client how to reach Kafka
   */
  Subscriptions(Map<String, Object> client) {
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

  /** Takes in one record of the topic; without a value it takes the subscription back. */
  void apply(String id, byte @Nullable [] json) {
    if (json == null) {
      byId.remove(id);
      return;
    }
    try {
      byId.put(id, Subscription.fromJson(json));
    } catch (IllegalArgumentException e) {
      log.error("Passing over the subscription {}: {}", id, e.getMessage());
    }
  }

  private void follow() {
    while (!closed) {
      try (var opened =
          new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.assign(List.of(PARTITION));
        opened.seekToBeginning(List.of(PARTITION));
        while (!closed) {
          for (ConsumerRecord<String, byte[]> entry : opened.poll(POLL_FOR)) {
            apply(entry.key(), entry.value());
          }
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
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(POLL_FOR.toMillis() * 4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

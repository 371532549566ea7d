package io.vigil.schema.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.topic.RejectedRecordWriter;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Keeps a {@link Registry} abreast of the topic vitals.registry, on a thread of its own: reads it
 * from the beginning and goes on reading. A broker that is away is waited for; a record that cannot
 * be read is logged, parked in vitals.rejected and passed over.
 */
public final class RegistryFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RegistryFollower.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.REGISTRY, 0);
  private static final Duration POLL_FOR = Duration.ofMillis(500);

  private final Registry registry;
  private final RegistryListener listener;
  private final Map<String, Object> consumerSettings;
  private final RejectedRecordWriter rejected;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "registry-follower");
  private final Object progress = new Object();
  private long taken = -1;
  private volatile boolean closed;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Does nothing until it is started.
   *
   * @param clientSettings how to reach Kafka: {@code bootstrap.servers} and whatever security needs
   * @param listener told of every change, those at the start included
   * @param by the service that follows, named with what it parks
   */
  public RegistryFollower(
      Registry registry, Map<String, Object> clientSettings, RegistryListener listener, String by) {
    this.rejected = new RejectedRecordWriter(clientSettings, by);
    this.registry = registry;
    this.listener = listener;
    this.consumerSettings = new HashMap<>(clientSettings);
    consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerSettings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumerSettings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumerSettings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    consumerSettings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    thread.setDaemon(true);
  }

  /** Starts to follow. */
  public void start() {
    thread.start();
  }

  /** Whether the registry holds everything that the topic held when following began. */
  public boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Waits until {@link #isCaughtUp}, at most for this long; returns whether it is. */
  public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
    return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Waits until the record at this offset is in the registry, at most for this long; returns
   * whether it is. Who wrote it reads its own write from then on.
   */
  public boolean awaitTaken(long offset, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (progress) {
      while (taken < offset) {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (leftMs <= 0) {
          return false;
        }
        progress.wait(leftMs);
      }
      return true;
    }
  }

  /** Stops to follow and waits for the thread to end; the registry stays as it is. */
  @Override
  public void close() {
    closed = true;
    KafkaConsumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(POLL_FOR.toMillis() * 4);
      thread.interrupt(); // Only where waking it up was not enough; the consumer closes badly then.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rejected.close();
  }

  private void follow() {
    while (!closed) {
      try (var opened =
          new KafkaConsumer<>(
              consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.assign(List.of(PARTITION));
        opened.seekToBeginning(List.of(PARTITION));
        read(opened);
      } catch (WakeupException | InterruptException e) {
        log.debug("No longer following {}", Topics.REGISTRY);
      } catch (KafkaException e) {
        log.warn("Starting to follow {} anew: {}", Topics.REGISTRY, e.getMessage());
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> from) {
    long end = -1;
    while (!closed) {
      for (ConsumerRecord<byte[], byte[]> entry : from.poll(POLL_FOR)) {
        take(entry);
        tookUpTo(entry.offset());
      }
      if (!isCaughtUp()) {
        end = end < 0 ? from.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, -1L) : end;
        if (end >= 0 && from.position(PARTITION) >= end) {
          caughtUp.countDown();
        }
      }
    }
  }

  private void tookUpTo(long offset) {
    synchronized (progress) {
      taken = Math.max(taken, offset);
      progress.notifyAll();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> entry) {
    String key = entry.key() == null ? "" : new String(entry.key(), UTF_8);
    try {
      registry.apply(key, entry.value());
    } catch (IllegalArgumentException e) {
      log.error("Passing over {} at offset {}: {}", key, entry.offset(), e.getMessage());
      rejected.park(entry, "malformed", "not a registry entry, or not the key's");
      return;
    }
    try {
      listener.changed(key);
    } catch (RuntimeException e) {
      log.error("A listener failed at the change of {}", key, e);
    }
  }
}

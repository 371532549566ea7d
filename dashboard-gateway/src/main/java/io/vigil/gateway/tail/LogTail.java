package io.vigil.gateway.tail;

import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
 * Follows the log on a thread of its own and goes on where it was when the broker was away. A plain
 * consumer with all partitions assigned: a group would share them among the instances, and every
 * instance needs all.
 */
final class LogTail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogTail.class);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);
  private static final Duration ENDS_BY = Duration.ofSeconds(5);

  private final Map<String, Object> settings;
  private final TailProperties properties;
  private final InstantSource clock;
  private final RecordReader reader;
  private final TailProgress progress;
  private final List<TailListener> listeners;
  private final Thread thread = new Thread(this::follow, "log-tail");
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private @Nullable TailState state;

  LogTail(
      Map<String, Object> clientSettings,
      TailProperties properties,
      InstantSource clock,
      RecordReader reader,
      TailProgress progress,
      List<TailListener> listeners) {
    this.settings = new HashMap<>(clientSettings);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    this.properties = properties;
    this.clock = clock;
    this.reader = reader;
    this.progress = progress;
    this.listeners = List.copyOf(listeners);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void follow() {
    while (closed.getCount() > 0) {
      try (var opened =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        read(opened);
      } catch (WakeupException | InterruptException e) {
        log.debug("No longer following the log");
      } catch (KafkaException e) {
        log.warn("Following the log anew: {}", e.getMessage());
        pause();
      } catch (RuntimeException e) {
        log.error("Following the log anew after a fault of ours", e);
        pause();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> from) {
    TailState current = state;
    if (current == null) {
      current = begin(from);
      state = current;
    } else {
      current.goOn(from);
    }
    boolean first = true; // told even if it is empty, so that the place in the log is known
    while (closed.getCount() > 0) {
      Batch batch = current.poll(from);
      if (first || !batch.isEmpty()) {
        listeners.forEach(listener -> tell(listener, batch));
      }
      first = false;
      current.delivered(from);
    }
  }

  private static void tell(TailListener listener, Batch batch) {
    try {
      listener.took(batch);
    } catch (RuntimeException e) {
      log.error("A listener failed at what the log brought", e);
    }
  }

  private TailState begin(KafkaConsumer<byte[], byte[]> from) {
    List<TopicPartition> partitions =
        Stream.of(
                Topics.READINGS,
                Topics.WATERMARKS,
                Topics.ALERTS,
                Topics.ALERT_COMMANDS,
                Topics.RECEPTION)
            .flatMap(topic -> TailPartitions.of(topic, from).stream())
            .toList();
    Map<TopicPartition, Long> start =
        TailPartitions.start(partitions, from, properties.readingsFrom(), clock.instant());
    TailState begun = new TailState(start, from.endOffsets(partitions), reader, progress);
    begun.goOn(from);
    return begun;
  }

  private void pause() {
    try {
      closed.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    KafkaConsumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(ENDS_BY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.vigil.storage.intake;

import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits offsets, again and again until Kafka has taken them. For the consumer's thread. */
final class OffsetCommits {
  private static final Logger log = LoggerFactory.getLogger(OffsetCommits.class);
  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, OffsetAndMetadata> pending = new HashMap<>();
  private boolean underWay;

  OffsetCommits(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Everything before these offsets is durable, by partition of vitals.readings. */
  void add(Map<Integer, Long> durable) {
    durable.forEach(
        (partition, offset) ->
            pending.put(
                new TopicPartition(Topics.READINGS, partition), new OffsetAndMetadata(offset)));
  }

  /** Commits what is to be committed, without waiting. */
  void commit() {
    if (!pending.isEmpty() && !underWay) {
      underWay = true;
      consumer.commitAsync(Map.copyOf(pending), this::ended);
    }
  }

  /** Commits for these partitions and waits for it, at most a bounded time; they are left then. */
  void commitNow(Collection<TopicPartition> leaving) {
    Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>(pending);
    last.keySet().retainAll(leaving);
    forget(leaving);
    try {
      if (!last.isEmpty()) {
        consumer.commitSync(last, COMMIT_WITHIN);
      }
    } catch (KafkaException e) {
      log.warn("Whoever takes on {} replays some of it: {}", last.keySet(), e.getMessage());
    }
  }

  /** Commits nothing more for these partitions. */
  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(pending::remove);
  }

  private void ended(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
    underWay = false;
    if (failure == null) {
      pending.entrySet().removeAll(offsets.entrySet());
    } else {
      log.debug("Committing again", failure);
    }
  }
}

package io.vigil.deploy.operator.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from a time on to the end that it has when reading begins. */
public record TopicReader(String bootstrapServers) {
  private static final Duration POLL_FOR = Duration.ofMillis(500);
  private static final Duration STANDS_STILL_FOR = Duration.ofSeconds(30);

  /**
   * Gives each record to the consumer, those of a partition in their order.
   *
   * @param sinceMs records with an earlier timestamp may be left out
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
   */
  public void read(String topic, long sinceMs, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (var consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      start(consumer, partitions, ends, sinceMs);
      readTo(ends, consumer, each);
    }
  }

  private static void start(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      long sinceMs) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, sinceMs)));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp found = starts.get(partition);
      consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset());
    }
  }

  private static void readTo(
      Map<TopicPartition, Long> ends,
      KafkaConsumer<byte[], byte[]> consumer,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    long progressAt = System.nanoTime();
    long before = -1;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_FOR)) {
        if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
          each.accept(record);
        }
      }
      long now = ends.keySet().stream().mapToLong(consumer::position).sum();
      if (now != before) {
        progressAt = System.nanoTime();
        before = now;
      } else if (System.nanoTime() - progressAt > STANDS_STILL_FOR.toNanos()) {
        throw new TimeoutException("nothing came of " + ends.keySet() + " for " + STANDS_STILL_FOR);
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        10_000,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        5_000);
  }
}

package io.vigil.bench.alerts;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the alarm events of one topic as any consumer does and knows when each could be read.
 * Events of other rules and states than those of the backlog are passed over.
 */
final class AlarmReader implements AutoCloseable {
  private static final Set<String> RULES = Set.of("high", "low", "gap");
  private static final Set<String> STATES = Set.of("raised", "resolved");

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final Map<Told, Long> readAt = new HashMap<>();
  private int repeated;

  AlarmReader(String brokers, String topic, int partitions) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    Collection<TopicPartition> all = new HashSet<>();
    for (int partition = 0; partition < partitions; partition++) {
      all.add(new TopicPartition(topic, partition));
    }
    consumer.assign(all);
  }

  /**
   * Reads until all of these are there, and nothing else.
   *
   * @return when the last of them could be read, by {@link System#nanoTime}
   * @throws IllegalStateException if they do not come, or others do
   */
  long await(Set<Told> expected, Set<Told> before, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!readAt.keySet().containsAll(expected)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(difference(expected, before));
      }
      takeAll(consumer.poll(Duration.ofMillis(100)));
    }
    if (readAt.size() > expected.size() + before.size() || repeated > 0) {
      throw new IllegalStateException(difference(expected, before));
    }
    return expected.stream().mapToLong(told -> readAt.getOrDefault(told, 0L)).max().orElseThrow();
  }

  /** Reads what there is by now, and returns how many alarms were read so far. */
  int countToEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      takeAll(consumer.poll(Duration.ofMillis(100)));
    }
    return readAt.size();
  }

  private void takeAll(ConsumerRecords<String, byte[]> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (Told.isAlarm(record.value())) {
        take(Told.fromJson(record.value()));
      }
    }
  }

  private void take(Told told) {
    if (!RULES.contains(told.rule()) || !STATES.contains(told.state())) {
      return;
    }
    if (readAt.putIfAbsent(told, System.nanoTime()) != null) {
      repeated++;
    }
  }

  private String difference(Set<Told> expected, Set<Told> before) {
    Set<Told> missing = new HashSet<>(expected);
    missing.removeAll(readAt.keySet());
    Set<Told> unexpected = new HashSet<>(readAt.keySet());
    unexpected.removeAll(expected);
    unexpected.removeAll(before);
    return "%s: of %d alarms %d are missing (%s), %d were not expected (%s), %d came twice"
        .formatted(
            topic,
            expected.size(),
            missing.size(),
            missing.stream().findFirst(),
            unexpected.size(),
            unexpected.stream().findFirst(),
            repeated);
  }

  @Override
  public void close() {
    consumer.close();
  }
}

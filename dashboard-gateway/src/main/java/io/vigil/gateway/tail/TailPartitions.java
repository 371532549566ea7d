package io.vigil.gateway.tail;

import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which partitions are followed, and where following them begins. */
final class TailPartitions {
  private static final Duration WATERMARKS_FROM = Duration.ofSeconds(30);

  private TailPartitions() {}

  /**
   * All partitions of the topic.
   *
   * @throws UnknownTopicOrPartitionException if it does not exist yet
   */
  static List<TopicPartition> of(String topic, KafkaConsumer<?, ?> consumer) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new UnknownTopicOrPartitionException("there is no topic " + topic + " yet");
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  /**
   * Where to begin: alerts and commands at their beginning, since an episode may be old and active,
   * and limits old and in force; the others a little while ago.
   */
  static Map<TopicPartition, Long> start(
      List<TopicPartition> partitions,
      KafkaConsumer<?, ?> consumer,
      Duration readingsFrom,
      Instant now) {
    Map<TopicPartition, Long> times = new HashMap<>();
    List<TopicPartition> wholly = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      switch (partition.topic()) {
        case Topics.READINGS, Topics.RECEPTION ->
            times.put(partition, now.minus(readingsFrom).toEpochMilli());
        case Topics.WATERMARKS -> times.put(partition, now.minus(WATERMARKS_FROM).toEpochMilli());
        default -> wholly.add(partition);
      }
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(times.keySet());
    Map<TopicPartition, Long> start = new HashMap<>(consumer.beginningOffsets(wholly));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition partition : times.keySet()) {
      OffsetAndTimestamp first = found.get(partition);
      start.put(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
    return start;
  }
}

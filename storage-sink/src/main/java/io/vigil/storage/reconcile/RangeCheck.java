package io.vigil.storage.reconcile;

import io.vigil.schema.topic.Topics;
import io.vigil.storage.record.PartitionGather;
import io.vigil.storage.record.RecordDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares what was taken in a range of ingest time with the stores, whether or not it was compared
 * before: all partitions, as far as everything is durable and as the log goes back.
 */
final class RangeCheck {
  private static final Duration POLL_FOR = Duration.ofMillis(100);

  private final RecordDecoder decoder = new RecordDecoder();
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final DurableOffsets offsets;
  private final StretchCheck check;
  private final int stretchReadings;

  /**
   * @param consumers each for one range; it joins no group and commits nothing
   * @param stretchReadings how many readings are compared at once
   */
  RangeCheck(
      Supplier<Consumer<byte[], byte[]>> consumers,
      DurableOffsets offsets,
      StretchCheck check,
      int stretchReadings) {
    this.consumers = consumers;
    this.offsets = offsets;
    this.check = check;
    this.stretchReadings = stretchReadings;
  }

  /**
   * Compares and repairs; returns when all of it is compared.
   *
   * @param to not included
   * @throws ExecutionException if a store or the log failed
   * @throws TimeoutException if one of them did not answer in time
   */
  RangeReport check(Instant from, Instant to)
      throws InterruptedException, ExecutionException, TimeoutException {
    RangeReport report = RangeReport.ofNothing(from, to);
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      for (Map.Entry<Integer, Long> durable : offsets.next().entrySet()) {
        TopicPartition partition = new TopicPartition(Topics.READINGS, durable.getKey());
        long first = offsetAt(from, partition, durable.getValue(), consumer);
        long end = offsetAt(to, partition, durable.getValue(), consumer);
        report = check(partition, first, end, consumer, report);
      }
    }
    return report;
  }

  /** The first offset that was taken at this time or later, or else the end of what is durable. */
  private static long offsetAt(
      Instant time, TopicPartition partition, long end, Consumer<byte[], byte[]> consumer) {
    OffsetAndTimestamp found =
        consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
    return found == null ? end : Math.min(end, found.offset());
  }

  private RangeReport check(
      TopicPartition partition,
      long first,
      long end,
      Consumer<byte[], byte[]> consumer,
      RangeReport before)
      throws InterruptedException, ExecutionException, TimeoutException {
    RangeReport report = before;
    consumer.assign(List.of(partition));
    consumer.seek(partition, first);
    PartitionGather stretch = null;
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_FOR)) {
        if (record.offset() < end) {
          stretch =
              stretch == null
                  ? new PartitionGather(partition.partition(), record.offset())
                  : stretch;
          stretch.add(record.offset(), decoder.decode(record));
        }
      }
      if (stretch != null && stretch.readingsTaken() >= stretchReadings) {
        report = report.and(check.check(stretch));
        stretch = null;
      }
    }
    return stretch == null ? report : report.and(check.check(stretch));
  }
}

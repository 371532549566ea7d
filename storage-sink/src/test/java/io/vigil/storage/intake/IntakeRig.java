package io.vigil.storage.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.history.FragmentWriter;
import io.vigil.storage.history.InMemoryFragments;
import io.vigil.storage.hot.InMemoryHotBlocks;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** An intake among fakes, which has two partitions and goes turn by turn as it is told. */
final class IntakeRig {
  static final TopicPartition P0 = new TopicPartition(Topics.READINGS, 0);
  static final TopicPartition P1 = new TopicPartition(Topics.READINGS, 1);
  static final SeriesKey SERIES = new SeriesKey("p-0001", Vital.HEART_RATE);
  static final SeriesKey OTHER = new SeriesKey("p-0002", Vital.HEART_RATE);
  static final Duration FLUSH_INTERVAL = Duration.ofSeconds(10);

  private static final IntakeProperties PROPERTIES =
      new IntakeProperties(FLUSH_INTERVAL, 50, 100, Duration.ofSeconds(1), Duration.ofMillis(50));

  final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  final InMemoryFragments fragments = new InMemoryFragments();
  final InMemoryHotBlocks hot = new InMemoryHotBlocks();
  final InMemoryRejectedRecords rejected = new InMemoryRejectedRecords();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Intake intake;

  /** Counts on beyond its largest value, as it may. */
  private long nanos = Long.MAX_VALUE - 5;

  IntakeRig() {
    IntakeMetrics metrics = new IntakeMetrics(meters);
    FlushCycle cycle =
        new FlushCycle(
            new FragmentWriter(fragments, 8), rejected, PROPERTIES, metrics, () -> nanos);
    intake = new Intake(consumer, hot, cycle, PROPERTIES, metrics);
    intake.open();
    consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
    consumer.rebalance(List.of(P0, P1));
  }

  /** Records that the next turn finds. */
  @SafeVarargs
  final void arrive(ConsumerRecord<byte[], byte[]>... records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      consumer.addRecord(record);
    }
  }

  void turns(int n) {
    for (int i = 0; i < n; i++) {
      intake.turn();
    }
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  double count(String counter) {
    return meters.counter(counter, "stage", "storage").count();
  }

  /** The next offset as the group knows it. */
  long committed(TopicPartition partition) {
    OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }
}

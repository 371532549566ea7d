package io.vigil.storage.reconcile;

import static io.vigil.storage.record.Records.START;
import static io.vigil.storage.record.Records.heartRates;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.check.StorageCheck;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.InMemoryFragments;
import io.vigil.storage.history.OffsetRange;
import io.vigil.storage.hot.InMemoryHotBlocks;
import io.vigil.storage.record.PartitionGather;
import io.vigil.storage.record.RecordDecoder;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatrolTest {
  private static final TopicPartition P0 = new TopicPartition(Topics.READINGS, 0);
  private static final TopicPartition P1 = new TopicPartition(Topics.READINGS, 1);
  private static final SeriesKey SERIES = new SeriesKey("p-0001", Vital.HEART_RATE);
  private static final SeriesKey OTHER = new SeriesKey("p-0002", Vital.HEART_RATE);
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final ReconcileProperties PROPERTIES =
      new ReconcileProperties(
          Duration.ofMinutes(10), 50, 20, Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final InMemoryFragments history = new InMemoryFragments();
  private final InMemoryHotBlocks hot = new InMemoryHotBlocks();
  private final Map<Integer, Long> durable = new HashMap<>();
  private final List<StorageCheck> told = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Counts on beyond its largest value, as it may. */
  private long nanos = Long.MAX_VALUE - 5;

  private final Patrol patrol =
      new Patrol(
          consumer,
          () -> Map.copyOf(durable),
          new StretchCheck(
              history,
              hot,
              (check, within) -> told.add(check),
              PROPERTIES,
              InstantSource.fixed(NOW)),
          PROPERTIES,
          new ReconcileMetrics(meters),
          () -> nanos);

  @BeforeEach
  void join() {
    patrol.open();
    consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
    consumer.rebalance(List.of(P0, P1));
  }

  /** Lies in the log. */
  @SafeVarargs
  private void logged(ConsumerRecord<byte[], byte[]>... records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      consumer.addRecord(record);
    }
  }

  /** Lies in the log and in both stores, each record a fragment. */
  @SafeVarargs
  private void stored(ConsumerRecord<byte[], byte[]>... records) {
    logged(records);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      PartitionGather gather = new PartitionGather(record.partition(), record.offset());
      gather.add(record.offset(), new RecordDecoder().decode(record));
      for (Fragment fragment : gather.fragments()) {
        history.append(fragment);
        hot.append(Map.of(fragment.series(), fragment.readings()));
      }
    }
  }

  private void turns(int n) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      patrol.turn();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private ReadingColumns historyOf(SeriesKey series) {
    return history.readings(series, TODAY, 0, Long.MAX_VALUE).toCompletableFuture().join();
  }

  private double repaired(String store) {
    return meters.counter("vigil.reconcile.repaired", "stage", "storage", "store", store).count();
  }

  private long committed(TopicPartition partition) {
    OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }

  @Test
  void tellsThatStoresAndLogAgree() throws InterruptedException {
    stored(heartRates(0, 0, "p-0001", "72x10"), heartRates(0, 1, "p-0002", "80x5"));
    durable.put(0, 2L);

    turns(3);

    assertThat(told).containsExactly(new StorageCheck(0, 0, 1, NOW, 15, 0, 0, 0));
    assertThat(committed(P0)).isEqualTo(2);
    assertThat(history.asked()).isEqualTo(2);
  }

  @Test
  void givesTheHistoryWhatItLacksInTheOrderOfTheLog() throws InterruptedException {
    stored(heartRates(0, 0, "p-0001", "72x10"));
    logged(heartRates(0, 1, "p-0001", START + 5_000, "99x10"), heartRates(0, 2, "p-0002", "80x5"));
    hot.append(Map.of(SERIES, heartRate(START, 15), OTHER, heartRate(START, 5)));
    durable.put(0, 3L);

    turns(3);

    assertThat(told).containsExactly(new StorageCheck(0, 0, 2, NOW, 20, 10, 0, 2));
    ReadingColumns repaired = historyOf(SERIES);
    assertThat(repaired.size()).isEqualTo(15);
    assertThat(repaired.valueAt(9)).isEqualTo(7_200);
    assertThat(repaired.valueAt(10)).isEqualTo(9_900);
    assertThat(historyOf(OTHER).size()).isEqualTo(5);
    assertThat(repaired("history")).isEqualTo(10);
    assertThat(committed(P0)).isEqualTo(3);
  }

  private static ReadingColumns heartRate(long startMs, int seconds) {
    ReadingColumnsBuilder columns = new ReadingColumnsBuilder();
    for (int second = 0; second < seconds; second++) {
      columns.add(startMs + second * 1_000L, 7_200);
    }
    return columns.build();
  }

  @Test
  void givesTheHotWindowWhatItLacksInBlocksThatItHas() throws InterruptedException {
    ConsumerRecord<byte[], byte[]> first = heartRates(0, 0, "p-0001", "72x10");
    ConsumerRecord<byte[], byte[]> letGo = heartRates(0, 1, "p-0002", "80x5");
    stored(first, letGo);
    hot.forget(OTHER);
    hot.forget(SERIES);
    hot.append(Map.of(SERIES, heartRate(START, 4)));
    durable.put(0, 2L);

    turns(3);

    assertThat(told).containsExactly(new StorageCheck(0, 0, 1, NOW, 15, 0, 6, 1));
    assertThat(hot.of(SERIES).size()).isEqualTo(10);
    assertThat(hot.of(OTHER).isEmpty()).isTrue();
    assertThat(repaired("hot")).isEqualTo(6);
  }

  @Test
  void goesNoFurtherThanWhatIsDurable() throws InterruptedException {
    stored(heartRates(0, 0, "p-0001", "72x10"));
    logged(heartRates(0, 1, "p-0001", START + 10_000, "72x10"));
    durable.put(0, 1L);
    turns(3);
    assertThat(told).containsExactly(new StorageCheck(0, 0, 0, NOW, 10, 0, 0, 0));

    assertThat(consumer.position(P0)).isEqualTo(1);

    stored(heartRates(1, 0, "p-0003", "72x1"));
    logged(heartRates(0, 1, "p-0001", START + 10_000, "72x10")); // the mock gives it out once
    history.append(
        new Fragment(SERIES, TODAY, new OffsetRange(0, 1, 1), heartRate(START + 10_000, 10)));
    durable.putAll(Map.of(0, 2L, 1, 1L));
    turns(3);
    assertThat(told).as("before the next round").hasSize(1);
    pass(PROPERTIES.every());
    turns(6);

    assertThat(told).hasSize(3);
    assertThat(told.subList(1, 3)).allMatch(check -> check.missingInHistory() == 0);
    assertThat(committed(P0)).isEqualTo(2);
    assertThat(committed(P1)).isEqualTo(1);
  }

  @Test
  void cutsALongWayIntoStretches() throws InterruptedException {
    for (int offset = 0; offset < 20; offset++) {
      stored(heartRates(0, offset, "p-0001", START + offset * 10_000L, "72x10"));
    }
    durable.put(0, 20L);
    consumer.setMaxPollRecords(3);

    turns(20);

    assertThat(told).hasSizeBetween(3, 4);
    assertThat(told.stream().mapToInt(StorageCheck::readings).sum()).isEqualTo(200);
    assertThat(told).allMatch(StorageCheck::agrees);
  }

  @Test
  void waitsForAHistoryThatIsAwayAndChecksThenAll() throws InterruptedException {
    logged(heartRates(0, 0, "p-0001", "72x10"));
    durable.put(0, 1L);
    history.goAway();
    turns(3);
    assertThat(committed(P0)).isZero();

    turns(2);
    history.comeBack();
    pass(PROPERTIES.retryAfter());
    turns(1);

    assertThat(historyOf(SERIES).size()).isEqualTo(10);
    assertThat(committed(P0)).isEqualTo(1);
    assertThat(told).allMatch(check -> check.missingInHistory() == 10).hasSize(2);
  }

  @Test
  void beginsAnewWithAPartitionThatLeftAndCameBack() throws InterruptedException {
    consumer.setMaxPollRecords(1);
    stored(heartRates(0, 0, "p-0001", "72x10"), heartRates(0, 1, "p-0002", "72x10"));
    durable.put(0, 2L);
    turns(1);

    consumer.rebalance(List.of(P1));
    turns(1);
    assertThat(told).isEmpty();
    consumer.rebalance(List.of(P0, P1));
    stored(heartRates(0, 0, "p-0001", "72x10"), heartRates(0, 1, "p-0002", "72x10"));
    turns(4);

    assertThat(told).containsExactly(new StorageCheck(0, 0, 1, NOW, 20, 0, 0, 0));
  }
}

package io.vigil.storage.intake;

import static io.vigil.storage.intake.Records.START;
import static io.vigil.storage.intake.Records.heartRates;
import static io.vigil.storage.intake.Records.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.topic.Topics;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.history.Fragment;
import io.vigil.storage.history.FragmentWriter;
import io.vigil.storage.history.InMemoryFragments;
import io.vigil.storage.hot.InMemoryHotBlocks;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final TopicPartition P0 = new TopicPartition(Topics.READINGS, 0);
  private static final TopicPartition P1 = new TopicPartition(Topics.READINGS, 1);
  private static final SeriesKey SERIES = new SeriesKey("p-0001", Vital.HEART_RATE);
  private static final SeriesKey OTHER = new SeriesKey("p-0002", Vital.HEART_RATE);
  private static final IntakeProperties PROPERTIES =
      new IntakeProperties(
          Duration.ofSeconds(10), 50, 100, Duration.ofSeconds(1), Duration.ofMillis(50));

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final InMemoryFragments fragments = new InMemoryFragments();
  private final InMemoryHotBlocks hot = new InMemoryHotBlocks();
  private final InMemoryRejectedRecords rejected = new InMemoryRejectedRecords();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final IntakeMetrics metrics = new IntakeMetrics(meters);
  private long nanos = Long.MAX_VALUE - 5; // Counts on beyond its largest value, as it may.

  private final Intake intake =
      new Intake(
          consumer,
          hot,
          new FlushCycle(
              new FragmentWriter(fragments, 8), rejected, PROPERTIES, metrics, () -> nanos),
          PROPERTIES,
          metrics);

  @BeforeEach
  void join() {
    intake.open();
    consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
    consumer.rebalance(List.of(P0, P1));
  }

  @Test
  void readingsAreHotAtOnce() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x3"));

    intake.turn();

    assertThat(hot.of(SERIES).size()).isEqualTo(3);
    assertThat(fragments.all()).isEmpty();
    assertThat(committed(P0)).isZero();
  }

  @Test
  void afterTheFlushIntervalTheyAreInTheHistoryAndCommitted() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x3"));
    consumer.addRecord(heartRates(0, 1, "p-0001", START + 3_000, "80x2"));
    intake.turn();

    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(fragments.all()).singleElement().satisfies(IntakeTest::holdsFiveOfTheDay);
    assertThat(committed(P0)).isEqualTo(2);
  }

  private static void holdsFiveOfTheDay(Fragment fragment) {
    assertThat(fragment.series()).isEqualTo(SERIES);
    assertThat(fragment.day()).isEqualTo(LocalDate.parse("2026-11-21"));
    assertThat(fragment.offsets()).hasToString("0-0-1");
    assertThat(fragment.readings().size()).isEqualTo(5);
  }

  @Test
  void nothingIsCommittedBeforeItIsDurable() {
    fragments.hesitate();
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x3"));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(3);
    assertThat(committed(P0)).isZero();

    fragments.answerAll();
    turns(1);

    assertThat(committed(P0)).isEqualTo(1);
  }

  @Test
  void whatComesDuringAFlushGoesIntoTheNext() {
    fragments.hesitate();
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    intake.turn();
    pass(Duration.ofSeconds(10));
    intake.turn();
    consumer.addRecord(heartRates(0, 1, "p-0001", START + 1_000, "73"));
    intake.turn();

    fragments.answerAll();
    intake.turn();
    assertThat(committed(P0)).isEqualTo(1);
    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(committed(P0)).isEqualTo(2);
    assertThat(fragments.all())
        .extracting(fragment -> fragment.offsets().toString())
        .containsExactlyInAnyOrder("0-0-0", "0-1-1");
  }

  @Test
  void aSeriesIsCutAtTheDaysOfItsEventTimes() {
    long midnight = START + Duration.ofHours(16).toMillis();
    consumer.addRecord(heartRates(0, 0, "p-0001", midnight - 1_000, "72x2"));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(fragments.all())
        .extracting(fragment -> fragment.day().toString())
        .containsExactlyInAnyOrder("2026-11-21", "2026-11-22");
  }

  @Test
  void enoughReadingsAreFlushedBeforeTheInterval() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x50"));

    turns(2);

    assertThat(committed(P0)).isEqualTo(1);
  }

  @Test
  void theFirstOfTwoReadingsOfATimeStaysAndTheOtherIsCounted() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    consumer.addRecord(heartRates(0, 1, "p-0001", "99"));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(2);

    ReadingColumns expected = ReadingColumns.ofAscending(new long[] {START}, new int[] {7200});
    assertThat(hot.of(SERIES)).isEqualTo(expected);
    assertThat(fragments.all()).extracting(Fragment::readings).containsExactly(expected);
    assertThat(count("vigil.readings.duplicates")).isEqualTo(1);
  }

  @Test
  void whatIsHotAlreadyIsCountedAsDuplicateAndConflict() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x2"));
    intake.turn();
    consumer.addRecord(heartRates(0, 1, "p-0001", "72 99 80"));
    intake.turn();

    assertThat(count("vigil.readings.duplicates")).isEqualTo(2);
    assertThat(count("vigil.readings.conflicts")).isEqualTo(1);
  }

  @Test
  void aHistoryThatIsAwayIsTriedAgainUntilItIsBack() {
    fragments.goAway();
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x3"));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(3);
    int asked = fragments.asked();
    turns(3);
    assertThat(fragments.asked()).isEqualTo(asked);
    assertThat(committed(P0)).isZero();

    fragments.comeBack();
    pass(Duration.ofSeconds(1));
    turns(2);

    assertThat(committed(P0)).isEqualTo(1);
    assertThat(fragments.all()).hasSize(1);
  }

  @Test
  void takesNoMoreThanItMayHoldWhileTheHistoryIsAway() {
    fragments.goAway();
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x100"));
    intake.turn();

    assertThat(consumer.paused()).containsExactlyInAnyOrder(P0, P1);
    consumer.addRecord(heartRates(1, 0, "p-0002", "72"));
    intake.turn();
    assertThat(hot.of(OTHER).isEmpty()).isTrue();

    fragments.comeBack();
    pass(Duration.ofSeconds(1));
    turns(3);
    assertThat(consumer.paused()).isEmpty();
    assertThat(hot.of(OTHER).size()).isEqualTo(1);
    assertThat(committed(P0)).isEqualTo(1);
  }

  @Test
  void aPoisonRecordIsParkedAtOnceAndThePartitionMovesOn() {
    consumer.addRecord(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    consumer.addRecord(heartRates(0, 1, "p-0001", "72"));

    intake.turn();

    assertThat(rejected.parked).containsExactly("0@0 malformed");
    assertThat(hot.of(SERIES).size()).isEqualTo(1);
    pass(Duration.ofSeconds(10));
    turns(2);
    assertThat(committed(P0)).isEqualTo(2);
    assertThat(
            meters
                .counter("vigil.readings.rejected", "stage", "storage", "reason", "malformed")
                .count())
        .isEqualTo(1);
  }

  @Test
  void poisonAloneIsCommittedToo() {
    consumer.addRecord(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(committed(P0)).isEqualTo(1);
    assertThat(fragments.all()).isEmpty();
  }

  @Test
  void nothingIsCommittedBeforePoisonIsParked() {
    rejected.away = true;
    consumer.addRecord(raw(0, 0, "p-0001", new byte[] {(byte) 0xFF}));
    intake.turn();
    pass(Duration.ofSeconds(10));
    turns(3);
    assertThat(committed(P0)).isZero();

    rejected.away = false;
    pass(Duration.ofSeconds(1));
    turns(2);

    assertThat(committed(P0)).isEqualTo(1);
    assertThat(rejected.parked).containsExactly("0@0 malformed");
  }

  @Test
  void aPartitionThatIsHandedOverIsFlushedAndCommittedFirst() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    consumer.addRecord(heartRates(1, 0, "p-0002", "72"));
    intake.turn();

    intake.onPartitionsRevoked(List.of(P0));

    assertThat(committed(P0)).isEqualTo(1);
    assertThat(fragments.all()).hasSize(2);
    turns(1);
    assertThat(committed(P1)).isEqualTo(1);
    assertThat(count("vigil.readings.handed.over")).isZero();
  }

  @Test
  void whatIsNotDurableInTimeIsLeftToTheNextOwner() {
    fragments.hesitate();
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    consumer.addRecord(heartRates(1, 0, "p-0002", "72x2"));
    intake.turn();

    intake.onPartitionsRevoked(List.of(P0));

    assertThat(committed(P0)).isZero();
    assertThat(count("vigil.readings.handed.over")).isEqualTo(1);
    fragments.answerAll();
    turns(1);
    assertThat(committed(P0)).isZero();
    assertThat(committed(P1)).isEqualTo(1);
    assertThat(count("vigil.readings.forwarded")).isEqualTo(2);
  }

  @Test
  void ofALostPartitionNothingMoreIsCommitted() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    intake.turn();

    intake.onPartitionsLost(List.of(P0));
    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(committed(P0)).isZero();
    assertThat(fragments.all()).isEmpty();
  }

  @Test
  void closingFlushesAndCommits() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72"));
    intake.turn();

    intake.close();

    assertThat(fragments.all()).hasSize(1);
    assertThat(consumer.closed()).isTrue();
    assertThat(count("vigil.readings.handed.over")).isZero();
  }

  @Test
  void countsBalance() {
    consumer.addRecord(heartRates(0, 0, "p-0001", "72x3"));
    consumer.addRecord(heartRates(0, 1, "p-0001", "72x4"));
    consumer.addRecord(raw(0, 2, "p-0001", new byte[] {(byte) 0xFF}));
    consumer.addRecord(heartRates(1, 0, "p-0002", "72x5"));
    intake.turn();
    assertThat(meters.get("vigil.storage.held").gauge().value()).isEqualTo(13);
    pass(Duration.ofSeconds(10));
    turns(2);

    assertThat(count("vigil.readings.accepted")).isEqualTo(12);
    assertThat(count("vigil.readings.forwarded")).isEqualTo(12);
    assertThat(count("vigil.readings.handed.over")).isZero();
    assertThat(meters.get("vigil.storage.held").gauge().value()).isZero();
  }

  @Test
  void isNotInTouchBeforeTheGroupHasAnswered() {
    assertThat(intake.secondsSinceHeartbeat()).isNegative();
  }

  private void turns(int n) {
    for (int i = 0; i < n; i++) {
      intake.turn();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private double count(String counter) {
    return meters.counter(counter, "stage", "storage").count();
  }

  private long committed(TopicPartition partition) {
    OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }
}

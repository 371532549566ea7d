package io.vigil.storage.intake;

import static io.vigil.storage.intake.IntakeRig.FLUSH_INTERVAL;
import static io.vigil.storage.intake.IntakeRig.P0;
import static io.vigil.storage.intake.IntakeRig.SERIES;
import static io.vigil.storage.record.Records.START;
import static io.vigil.storage.record.Records.heartRates;
import static io.vigil.storage.record.Records.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.history.Fragment;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final IntakeRig rig = new IntakeRig();

  @Test
  void readingsAreHotAtOnce() {
    rig.arrive(heartRates(0, 0, "p-0001", "72x3"));

    rig.turns(1);

    assertThat(rig.hot.of(SERIES).size()).isEqualTo(3);
    assertThat(rig.fragments.all()).isEmpty();
    assertThat(rig.committed(P0)).isZero();
  }

  @Test
  void afterTheFlushIntervalTheyAreInTheHistoryAndCommitted() {
    rig.arrive(heartRates(0, 0, "p-0001", "72x3"));
    rig.arrive(heartRates(0, 1, "p-0001", START + 3_000, "80x2"));
    rig.turns(1);

    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.fragments.all()).singleElement().satisfies(IntakeTest::holdsFiveOfTheDay);
    assertThat(rig.committed(P0)).isEqualTo(2);
  }

  @Test
  void nothingIsCommittedBeforeItIsDurable() {
    rig.fragments.hesitate();
    rig.arrive(heartRates(0, 0, "p-0001", "72x3"));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(3);
    assertThat(rig.committed(P0)).isZero();

    rig.fragments.answerAll();
    rig.turns(1);

    assertThat(rig.committed(P0)).isEqualTo(1);
  }

  @Test
  void whatComesDuringAFlushGoesIntoTheNext() {
    rig.fragments.hesitate();
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(1);
    rig.arrive(heartRates(0, 1, "p-0001", START + 1_000, "73"));
    rig.turns(1);

    rig.fragments.answerAll();
    rig.turns(1);
    assertThat(rig.committed(P0)).isEqualTo(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.committed(P0)).isEqualTo(2);
    assertThat(rig.fragments.all())
        .extracting(fragment -> fragment.offsets().toString())
        .containsExactlyInAnyOrder("0-0-0", "0-1-1");
  }

  @Test
  void aSeriesIsCutAtTheDaysOfItsEventTimes() {
    long midnight = START + Duration.ofHours(16).toMillis();
    rig.arrive(heartRates(0, 0, "p-0001", midnight - 1_000, "72x2"));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.fragments.all())
        .extracting(fragment -> fragment.day().toString())
        .containsExactlyInAnyOrder("2026-11-21", "2026-11-22");
  }

  @Test
  void enoughReadingsAreFlushedBeforeTheInterval() {
    rig.arrive(heartRates(0, 0, "p-0001", "72x50"));

    rig.turns(2);

    assertThat(rig.committed(P0)).isEqualTo(1);
  }

  @Test
  void theFirstOfTwoReadingsOfATimeStaysAndTheOtherIsCounted() {
    rig.arrive(heartRates(0, 0, "p-0001", "72"));
    rig.arrive(heartRates(0, 1, "p-0001", "99"));
    rig.turns(1);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    ReadingColumns expected = ReadingColumns.ofAscending(new long[] {START}, new int[] {7200});
    assertThat(rig.hot.of(SERIES)).isEqualTo(expected);
    assertThat(rig.fragments.all()).extracting(Fragment::readings).containsExactly(expected);
    assertThat(rig.count("vigil.readings.duplicates")).isEqualTo(1);
  }

  @Test
  void whatIsHotAlreadyIsCountedAsDuplicateAndConflict() {
    rig.arrive(heartRates(0, 0, "p-0001", "72x2"));
    rig.turns(1);
    rig.arrive(heartRates(0, 1, "p-0001", "72 99 80"));
    rig.turns(1);

    assertThat(rig.count("vigil.readings.duplicates")).isEqualTo(2);
    assertThat(rig.count("vigil.readings.conflicts")).isEqualTo(1);
  }

  @Test
  void countsBalance() {
    rig.arrive(heartRates(0, 0, "p-0001", "72x3"));
    rig.arrive(heartRates(0, 1, "p-0001", "72x4"));
    rig.arrive(raw(0, 2, "p-0001", new byte[] {(byte) 0xFF}));
    rig.arrive(heartRates(1, 0, "p-0002", "72x5"));
    rig.turns(1);
    assertThat(rig.meters.get("vigil.storage.held").gauge().value()).isEqualTo(13);
    rig.pass(FLUSH_INTERVAL);
    rig.turns(2);

    assertThat(rig.count("vigil.readings.accepted")).isEqualTo(12);
    assertThat(rig.count("vigil.readings.forwarded")).isEqualTo(12);
    assertThat(rig.count("vigil.readings.handed.over")).isZero();
    assertThat(rig.meters.get("vigil.storage.held").gauge().value()).isZero();
  }

  @Test
  void isNotInTouchBeforeTheGroupHasAnswered() {
    assertThat(rig.intake.secondsSinceHeartbeat()).isNegative();
  }

  private static void holdsFiveOfTheDay(Fragment fragment) {
    assertThat(fragment.series()).isEqualTo(SERIES);
    assertThat(fragment.day()).isEqualTo(LocalDate.parse("2026-11-21"));
    assertThat(fragment.offsets()).hasToString("0-0-1");
    assertThat(fragment.readings().size()).isEqualTo(5);
  }
}

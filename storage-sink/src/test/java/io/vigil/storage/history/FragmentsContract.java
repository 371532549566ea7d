package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.series.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every history promises. */
abstract class FragmentsContract {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");
  private static final long START = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();

  private final SeriesKey series = new SeriesKey("p-" + UUID.randomUUID(), Vital.HEART_RATE);

  abstract Fragments fragments();

  @Test
  void givesBackWhatWasAppended() throws Exception {
    append(0, 9, 0, 7200, 1_000, 7250);

    assertThat(day(series)).isEqualTo(readings(0, 7200, 1_000, 7250));
  }

  @Test
  void knowsNothingOfOthers() throws Exception {
    append(0, 9, 0, 7200);

    assertThat(day(new SeriesKey(series.patient(), Vital.SPO2)).isEmpty()).isTrue();
    assertThat(day(new SeriesKey("p-nobody", Vital.HEART_RATE)).isEmpty()).isTrue();
    assertThat(await(fragments().readings(series, DAY.plusDays(1), START, START + 1_000)).isEmpty())
        .isTrue();
  }

  @Test
  void unitesFragmentsWhoseTimesOverlap() throws Exception {
    append(0, 9, 0, 1, 2_000, 3);
    append(10, 19, 1_000, 2, 3_000, 4);

    assertThat(day(series)).isEqualTo(readings(0, 1, 1_000, 2, 2_000, 3, 3_000, 4));
  }

  @Test
  void theSameFragmentAgainChangesNothing() throws Exception {
    append(0, 9, 0, 1, 1_000, 2);
    append(0, 9, 0, 1, 1_000, 2);

    assertThat(day(series)).isEqualTo(readings(0, 1, 1_000, 2));
  }

  @Test
  void aReplayUnderOtherRangesIsNoRepetition() throws Exception {
    append(0, 9, 0, 1, 1_000, 2);
    append(0, 14, 0, 1, 1_000, 2, 2_000, 3);
    append(10, 19, 2_000, 3, 3_000, 4);

    assertThat(day(series)).isEqualTo(readings(0, 1, 1_000, 2, 2_000, 3, 3_000, 4));
  }

  @Test
  void ofAConflictTheFirstInTheLogStays() throws Exception {
    append(1_000, 1_009, 0, 99);
    append(9, 12, 0, 11);

    assertThat(day(series)).isEqualTo(readings(0, 11));
  }

  @Test
  void rangesIncludeTheirStartAndNotTheirEnd() throws Exception {
    append(0, 9, 0, 1, 1_000, 2, 2_000, 3);

    assertThat(await(fragments().readings(series, DAY, START + 1_000, START + 2_000)))
        .isEqualTo(readings(1_000, 2));
  }

  @Test
  void aLongFragmentIsFoundFromItsMiddle() throws Exception {
    append(0, 9, 0, 1, 3_600_000, 2);

    assertThat(await(fragments().readings(series, DAY, START + 1_000, START + 7_200_000)))
        .isEqualTo(readings(3_600_000, 2));
  }

  @Test
  void takesTheOutermostValues() throws Exception {
    append(0, Long.MAX_VALUE, 0, Integer.MIN_VALUE, 1, Integer.MAX_VALUE);

    assertThat(day(series)).isEqualTo(readings(0, Integer.MIN_VALUE, 1, Integer.MAX_VALUE));
  }

  private void append(long firstOffset, long lastOffset, long... timesAndValues) throws Exception {
    await(
        fragments()
            .append(
                new Fragment(
                    series,
                    DAY,
                    new OffsetRange(3, firstOffset, lastOffset),
                    readings(timesAndValues))));
  }

  private ReadingColumns day(SeriesKey of) throws Exception {
    return await(fragments().readings(of, DAY, START, START + TimeUnit.HOURS.toMillis(12)));
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Times in milliseconds after the start, and values, in turn. */
  private static ReadingColumns readings(long... timesAndValues) {
    var builder = new ReadingColumnsBuilder();
    for (int i = 0; i < timesAndValues.length; i += 2) {
      builder.add(START + timesAndValues[i], (int) timesAndValues[i + 1]);
    }
    return builder.build();
  }
}

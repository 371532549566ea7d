package io.vigil.alert.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.schema.SeriesNotation;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastEpisodesTest {
  private static final long START = 1_795_248_000_000L;
  private static final VitalTiming TIMING = new VitalTiming(500, 10_000, 3_000, 5_000, true);
  private final PastEpisodes past =
      new PastEpisodes(
          new Rules(Map.of(Vital.HEART_RATE, TIMING, Vital.SPO2, TIMING), 30_000, 5_000));

  private static ReadingColumns columns(String notation) {
    ReadingColumnsBuilder columns = new ReadingColumnsBuilder();
    for (var sample : SeriesNotation.series(notation, START)) {
      columns.add(sample.eventTimeMs(), sample.valueHundredths());
    }
    return columns.build();
  }

  private static Limits high(int limit) {
    return new Limits(
        Map.of(
            Vital.HEART_RATE,
            new VitalLimits(BigDecimal.valueOf(limit), null, BigDecimal.valueOf(300), null)));
  }

  private List<Alert> episodes(String notation, Limits limits) {
    return past.of("p-1", Map.of(Vital.HEART_RATE, columns(notation)), limits);
  }

  @Test
  void tellsEachEpisodeOnceAsItEnded() {
    List<Alert> episodes = episodes("72x20 134x30 100x30 134x12", high(120));

    assertThat(episodes)
        .extracting(Alert::state)
        .containsExactly(AlertState.RESOLVED, AlertState.RAISED);
    assertThat(episodes)
        .extracting(Alert::onset)
        .containsExactly(
            Instant.ofEpochMilli(START + 20_000), Instant.ofEpochMilli(START + 80_000));
  }

  @Test
  void otherLimitsGiveOtherEpisodes() {
    String restless = "72x20 125x30 100x30 134x30 100x30";

    assertThat(episodes(restless, high(120))).hasSize(2);
    assertThat(episodes(restless, high(130))).hasSize(1);
    assertThat(episodes(restless, high(140))).isEmpty();
  }

  @Test
  void whereLimitsNameNoneVigilsOwnHold() {
    assertThat(episodes("72x5 160x20 72x20", Limits.NONE))
        .extracting(Alert::rule)
        .containsExactly(AlertRule.EXTREME_HIGH);
  }

  @Test
  void aReadingThatCameLateCountsInItsPlace() {
    ReadingColumns live = columns("72x5 134x4 _x4 134x6 72x20");
    ReadingColumns late =
        ReadingColumns.ofAscending(
            new long[] {START + 9_000, START + 10_000, START + 11_000, START + 12_000},
            new int[] {13_400, 13_400, 13_400, 13_400});

    List<Alert> episodes = past.of("p-1", Map.of(Vital.HEART_RATE, live.union(late)), high(120));

    assertThat(episodes)
        .singleElement()
        .satisfies(e -> assertThat(e.late()).isFalse())
        .satisfies(e -> assertThat(e.onset()).isEqualTo(Instant.ofEpochMilli(START + 5_000)));
  }

  @Test
  void silenceRaisesNothing() {
    assertThat(episodes("72x20 _x600 72x20", high(120))).isEmpty();
  }

  @Test
  void manyExtremesThatNobodyAcknowledgesKeepTheirEnds() {
    String ten = "72x20 320x10 ".repeat(10) + "72x20";

    assertThat(episodes(ten, high(120)))
        .hasSize(10)
        .allSatisfy(e -> assertThat(e.time()).isBefore(e.onset().plusSeconds(25)));
  }

  @Test
  void judgesSeveralVitalsInTheOrderOfTime() {
    List<Alert> episodes =
        past.of(
            "p-1",
            Map.of(
                Vital.SPO2, columns("97x10 88x30 97x20"),
                Vital.HEART_RATE, columns("72x20 134x30 72x20")),
            Limits.NONE);

    assertThat(episodes).extracting(Alert::vital).containsExactly("spo2", "heart_rate");
  }

  @Test
  void runsOverAWholeDay() {
    String day = "72x50 134x20 72x30 ".repeat(864);

    assertThat(episodes(day, high(120))).hasSize(864);
    assertThat(episodes(day, high(140))).isEmpty();
  }
}

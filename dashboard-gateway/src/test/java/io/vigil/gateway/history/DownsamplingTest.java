package io.vigil.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DownsamplingTest {
  @Test
  void leavesAsTheyAreThoseThatAreNotTooMany() {
    ReadingColumns readings = series("70x10");

    assertThat(Downsampling.atMost(10, readings)).isSameAs(readings);
  }

  @Test
  void keepsTheLowestAndTheHighestOfEachStretchAtTheirTimes() {
    ReadingColumns readings = series("70 71 40 72 70 70 180 70");

    ReadingColumns kept = Downsampling.atMost(4, readings);

    assertThat(kept)
        .isEqualTo(
            new ReadingColumnsBuilder()
                .add(2_000, 4000)
                .add(3_000, 7200)
                .add(4_000, 7000)
                .add(6_000, 18000)
                .build());
  }

  @Test
  void keepsOnePointOfAStretchThatIsFlat() {
    assertThat(Downsampling.atMost(2, series("70x100")).size()).isEqualTo(1);
  }

  @Test
  void keepsTheExtremesOfAWholeWeekWithinThePoints() {
    Random random = new Random(1);
    ReadingColumnsBuilder week = new ReadingColumnsBuilder();
    for (int second = 0; second < 604_800; second++) {
      week.add(second * 1_000L, 6_000 + random.nextInt(2_000));
    }
    week.add(604_800_000L, 20_000).add(604_801_000L, 1_000);

    ReadingColumns kept = Downsampling.atMost(1_000, week.build());

    assertThat(kept.size()).isBetween(900, 1_000);
    assertThat(kept.valueAt(kept.size() - 2)).isEqualTo(20_000);
    assertThat(kept.valueAt(kept.size() - 1)).isEqualTo(1_000);
  }

  @Test
  void takesTimesFromOneEndOfALongToTheOther() {
    ReadingColumns readings =
        new ReadingColumnsBuilder()
            .add(-4_000_000_000_000_000_000L, 1)
            .add(0, 2)
            .add(4_000_000_000_000_000_000L, 3)
            .build();

    assertThat(Downsampling.atMost(2, readings).size()).isEqualTo(2);
  }

  private static ReadingColumns series(String notation) {
    ReadingColumnsBuilder readings = new ReadingColumnsBuilder();
    SeriesNotation.series(notation, 0)
        .forEach(sample -> readings.add(sample.eventTimeMs(), sample.valueHundredths()));
    return readings.build();
  }
}

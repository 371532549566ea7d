package io.vigil.schema.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadingColumnsTest {
  private static final ReadingColumns SECONDS = columns(1_000, 7200, 2_000, 7300, 3_000, 7400);

  @Test
  void unionPutsReadingsInTheOrderOfTheirTimes() {
    ReadingColumns late = columns(500, 1, 2_500, 2, 9_000, 3);

    assertThat(SECONDS.union(late))
        .isEqualTo(columns(500, 1, 1_000, 7200, 2_000, 7300, 2_500, 2, 3_000, 7400, 9_000, 3));
  }

  @Test
  void unionKeepsTheValueThatWasThereFirst() {
    assertThat(SECONDS.union(columns(2_000, 1, 4_000, 2)))
        .isEqualTo(columns(1_000, 7200, 2_000, 7300, 3_000, 7400, 4_000, 2));
  }

  @Test
  void unionWithWhatIsThereAlreadyChangesNothing() {
    assertThat(SECONDS.union(SECONDS)).isEqualTo(SECONDS);
    assertThat(SECONDS.union(ReadingColumns.EMPTY)).isEqualTo(SECONDS);
    assertThat(ReadingColumns.EMPTY.union(SECONDS)).isEqualTo(SECONDS);
  }

  @Test
  void countsSharedTimesAndThoseWithAnotherValue() {
    ReadingColumns other = columns(1_000, 7200, 2_000, 1, 3_500, 1);

    assertThat(SECONDS.countShared(other)).isEqualTo(2);
    assertThat(SECONDS.countConflicts(other)).isEqualTo(1);
  }

  @Test
  void betweenIncludesItsStartAndNotItsEnd() {
    assertThat(SECONDS.between(1_000, 3_000)).isEqualTo(columns(1_000, 7200, 2_000, 7300));
    assertThat(SECONDS.between(1_001, 2_001)).isEqualTo(columns(2_000, 7300));
    assertThat(SECONDS.between(3_001, 9_000)).isEqualTo(ReadingColumns.EMPTY);
  }

  @Test
  void betweenTheWrongWayRoundIsEmpty() {
    assertThat(SECONDS.between(3_000, 1_000).isEmpty()).isTrue();
  }

  @Test
  void aSliceEndsWhereTheReadingsEnd() {
    assertThat(SECONDS.slice(0, 2)).isEqualTo(columns(1_000, 7200, 2_000, 7300));
    assertThat(SECONDS.slice(2, 9)).isEqualTo(columns(3_000, 7400));
  }

  @Test
  void refusesTimesThatDoNotAscend() {
    assertThatThrownBy(() -> columns(1_000, 1, 1_000, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at 1");
  }

  @Test
  void refusesColumnsOfDifferentLength() {
    assertThatThrownBy(() -> ReadingColumns.ofAscending(new long[2], new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotChangeWithTheArraysThatItWasMadeOf() {
    long[] times = {1_000};
    ReadingColumns columns = ReadingColumns.ofAscending(times, new int[] {1});

    times[0] = 5;

    assertThat(columns.timeAt(0)).isEqualTo(1_000);
  }

  @Test
  void tellsNoValuesInItsText() {
    assertThat(SECONDS).hasToString("3 readings from 1000");
  }

  /** Columns of times and values in turn. */
  static ReadingColumns columns(long... timesAndValues) {
    long[] times = new long[timesAndValues.length / 2];
    int[] values = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = timesAndValues[2 * i];
      values[i] = (int) timesAndValues[2 * i + 1];
    }
    return ReadingColumns.ofAscending(times, values);
  }
}

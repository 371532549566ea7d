package io.vigil.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Question QUESTION = new Question("p-0001", Vital.HEART_RATE, 1_000, 5_000);
  private static final Duration SHORTLY = Duration.ofMillis(50);

  private final StoreInMemory hot = new StoreInMemory();
  private final StoreInMemory cold = new StoreInMemory();

  @Test
  void answersTheUnionOfBothWithinTheRange() {
    cold.put(readings(0, 6000, 1_000, 6100, 2_000, 6200));
    hot.put(readings(2_000, 6200, 3_000, 6300, 5_000, 6500));

    History.Known known = answer();

    assertThat(known.readings()).isEqualTo(readings(1_000, 6100, 2_000, 6200, 3_000, 6300));
    assertThat(known.source()).isEqualTo(Source.BOTH);
    assertThat(known.partial()).isFalse();
  }

  @Test
  void ofTwoReadingsOfTheSameTimeTheFirstInTheLogCounts() {
    cold.put(readings(1_000, 6100)).put(readings(1_000, 9900, 2_000, 6200)).put(readings(3_000, 7));

    assertThat(answer().readings()).isEqualTo(readings(1_000, 6100, 2_000, 6200, 3_000, 7));
  }

  @Test
  void saysWhereTheAnswerComesFrom() {
    hot.put(readings(1_000, 6100));

    assertThat(answer().source()).isEqualTo(Source.HOT);
  }

  @Test
  void saysThatNeitherHadAnything() {
    assertThat(answer().source()).isEqualTo(Source.BOTH);
    assertThat(answer().readings().isEmpty()).isTrue();
    assertThat(answer().partial()).isFalse();
  }

  @Test
  void answersFromTheOtherWhereOneIsAwayAndSaysSo() {
    hot.away();
    cold.put(readings(1_000, 6100));

    History.Known known = answer();

    assertThat(known.readings()).isEqualTo(readings(1_000, 6100));
    assertThat(known.source()).isEqualTo(Source.COLD);
    assertThat(known.partial()).isTrue();
  }

  @Test
  void doesNotWaitForAStoreThatHangs() {
    hot.put(readings(1_000, 6100));
    cold.hanging();

    History.Known known = answer();

    assertThat(known.readings().size()).isEqualTo(1);
    assertThat(known.partial()).isTrue();
  }

  @Test
  void leavesOutABlockThatCannotBeReadAndSaysSo() {
    hot.putMalformed().put(readings(1_000, 6100));

    History.Known known = answer();

    assertThat(known.readings()).isEqualTo(readings(1_000, 6100));
    assertThat(known.partial()).isTrue();
  }

  @Test
  void refusesWhereBothAreAway() {
    hot.away();
    cold.away();

    assertThatThrownBy(this::answer).isInstanceOf(HistoryUnavailable.class);
  }

  private History.Known answer() {
    return new History(hot, cold, new BlockCodec(), SHORTLY).answer(QUESTION);
  }

  /** Time, value, time, value … */
  private static ReadingColumns readings(int... timesAndValues) {
    long[] times = new long[timesAndValues.length / 2];
    int[] values = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = timesAndValues[2 * i];
      values[i] = timesAndValues[2 * i + 1];
    }
    return ReadingColumns.ofAscending(times, values);
  }
}

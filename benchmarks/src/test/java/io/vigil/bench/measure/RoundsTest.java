package io.vigil.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> turns = new ArrayList<>();

  @Test
  void letsBothTakeTurnsAfterAWarmUp() throws Exception {
    Rounds.interleaved(2, contender("a", 1, 1, 1), contender("b", 1, 1, 1));

    assertThat(turns).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
  }

  @Test
  void quotesTheMedianOfTheRatiosWithoutTheWarmUp() throws Exception {
    Rounds rounds =
        Rounds.interleaved(3, contender("a", 999, 60, 10, 40), contender("b", 1, 10, 10, 10));

    assertThat(rounds.ratio(Sample::perSecond)).isEqualTo(4.0);
    assertThat(rounds.ours(Sample::perSecond)).isEqualTo(40.0);
    assertThat(rounds.theirs(Sample::perCpuSecond)).isEqualTo(20.0);
  }

  private Contender contender(String name, double... work) {
    return round -> {
      turns.add(name + round);
      return new Sample(work[round], 1, 0.5);
    };
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.limits;
import static io.vigil.alert.rule.Replay.ms;
import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.limit.Limits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsInForceTest {
  private static List<Replay.Reading> steady(int from, int to, int value) {
    return IntStream.range(from, to).mapToObj(second -> reading(second, value)).toList();
  }

  private static Replay.Ward ward(double second, Limits limits) {
    return new Replay.Ward(limits, ms(second));
  }

  @Test
  void areThePatientsOwn() {
    assertThat(new Replay().limit(0, 110, null).play(steady(1, 12, 115)).timeline())
        .containsExactly("high raised medium 1-11 HR 115 > 110 #1");
    assertThat(new Replay().limit(0, 140, null).play(steady(1, 60, 134)).timeline()).isEmpty();
  }

  @Test
  void actFromTheirPlaceInTheLogOn() {
    assertThat(
            new Replay()
                .play(steady(0, 8, 115))
                .limit(7.5, 110, null)
                .play(steady(8, 19, 115))
                .timeline())
        .containsExactly("high raised medium 8-18 HR 115 > 110 #1");
  }

  @Test
  void startRunningHoldsAnew() {
    assertThat(
            new Replay()
                .play(steady(0, 8, 134))
                .limit(7.5, 130, null)
                .play(steady(8, 18, 134))
                .timeline())
        .isEmpty();
  }

  @Test
  void leaveHoldsAloneWhereTheyAreTheSame() {
    assertThat(
            new Replay()
                .limit(0, 130, null)
                .play(steady(0, 8, 134))
                .limit(7.5, 130, null)
                .play(steady(8, 11, 134))
                .timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 130 #1");
  }

  @Test
  void resolveAnEpisodeThatIsInsideThemAfterItsHold() {
    assertThat(
            new Replay()
                .play(steady(0, 11, 134))
                .limit(10.5, 140, null)
                .play(steady(11, 22, 134))
                .timeline())
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1", "high resolved medium 0-21 HR 134 ≤ 135 #2");
  }

  @Test
  void judgeNothingAgainThatWasJudgedBefore() {
    Replay replay = new Replay().play(steady(0, 10, 115)).limit(9.5, 110, null);

    replay.play(reading(8.5, 115, 9.6)).play(steady(10, 20, 115));

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void goBackToTheWardsWhereTheyAreNotNamedAnyMore() {
    Replay replay = new Replay().play(ward(0, limits(130, null))).limit(0, 110, null);

    replay.limit(1, null, 45).play(steady(2, 13, 129)).play(steady(13, 24, 131));

    assertThat(replay.timeline()).containsExactly("high raised medium 13-23 HR 131 > 130 #1");
  }

  @Test
  void areTheWardsWhereThePatientHasNone() {
    assertThat(new Replay().play(ward(0, limits(100, null))).play(steady(1, 12, 105)).timeline())
        .containsExactly("high raised medium 1-11 HR 105 > 100 #1");
  }

  @Test
  void areThePatientsWhateverTheWardChanges() {
    assertThat(
            new Replay()
                .limit(0, 110, null)
                .play(steady(1, 8, 115))
                .play(ward(7.5, limits(130, null)))
                .play(steady(8, 12, 115))
                .timeline())
        .containsExactly("high raised medium 1-11 HR 115 > 110 #1");
  }

  @Test
  void areKeptThroughARestart() {
    assertThat(new Replay().limit(0, 110, null).restart().play(steady(1, 12, 115)).timeline())
        .hasSize(1);
  }

  @Test
  void mayContradictEachOther() {
    assertThat(
            new Replay()
                .play(ward(0, limits(null, 100)))
                .limit(0, 90, null)
                .play(steady(1, 12, 95))
                .timeline())
        .containsExactly(
            "high raised medium 1-11 HR 95 > 90 #1", "low raised medium 1-11 HR 95 < 100 #1");
  }
}

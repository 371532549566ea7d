package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.reading;
import static io.vigil.alert.rule.Replay.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtremeTest {
  private static final String RAISED = "extreme_high raised high 0-3 HR 160 > 150 #1";
  private static final String RESOLVED = "extreme_high resolved high 0-14 HR 140 ≤ 145 #2 latched";

  @Test
  void raisesAfterItsOwnShortHold() {
    assertThat(timeline("72x5 160x4"))
        .containsExactly("extreme_high raised high 5-8 HR 160 > 150 #1");
    assertThat(timeline("72x5 35x4")).containsExactly("extreme_low raised high 5-8 HR 35 < 40 #1");
  }

  @Test
  void raisesNothingOneSecondShortOfItsHoldOrAtTheLimitItself() {
    assertThat(timeline("72x5 160x3 72x5")).isEmpty();
    assertThat(timeline("150x9 72")).isEmpty();
    assertThat(timeline("40x9 72")).isEmpty();
  }

  @Test
  void startsItsHoldAnewAfterASilence() {
    assertThat(timeline("160x3 _x5 160x4"))
        .containsExactly("extreme_high raised high 8-11 HR 160 > 150 #1");
  }

  @Test
  void resolvesThePlainAlarmOfItsSide() {
    assertThat(timeline("134x11 160x4"))
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1",
            "extreme_high raised high 11-14 HR 160 > 150 #1",
            "high resolved medium 0-14 HR alarm ended: now extreme #2");
  }

  @Test
  void raisesNoPlainAlarmOfItsSideWhileItLasts() {
    assertThat(timeline("160x60")).containsExactly(RAISED);
    assertThat(timeline("160x4 146x60")).containsExactly(RAISED);
  }

  @Test
  void takesPrecedenceWhereBothAreCompleteAtTheSameReading() {
    assertThat(timeline("134x7 160x4"))
        .containsExactly("extreme_high raised high 7-10 HR 160 > 150 #1");
  }

  @Test
  void resolvesBackInsideByTheHysteresisForTheLongHoldAndStaysLatched() {
    assertThat(timeline("160x4 140x11")).containsExactly(RAISED, RESOLVED);
    assertThat(timeline("160x4 140x10")).containsExactly(RAISED);
  }

  @Test
  void startsThePlainHoldAnewWhenItResolves() {
    assertThat(timeline("160x4 140x20")).containsExactly(RAISED, RESOLVED);
    assertThat(timeline("160x4 140x21"))
        .containsExactly(RAISED, RESOLVED, "high raised medium 14-24 HR 140 > 120 #1");
  }

  @Test
  void leavesTheOtherSideAlone() {
    assertThat(timeline("160x4 45x11"))
        .containsExactly(
            RAISED,
            "extreme_high resolved high 0-14 HR 45 ≤ 145 #2 latched",
            "low raised medium 4-14 HR 45 < 50 #1");
  }

  @Test
  void raisesANewEpisodeAfterOneThatIsLatched() {
    assertThat(timeline("160x4 90x11 160x4"))
        .containsExactly(
            RAISED,
            "extreme_high resolved high 0-14 HR 90 ≤ 145 #2 latched",
            "extreme_high raised high 15-18 HR 160 > 150 #1");
  }

  @Test
  void makesAnEarlierPlainAlarmGiveWayToOneThatIsFoundOutOfOrder() {
    Replay replay = new Replay().play("134x7 160x2 100 160 160x3");
    assertThat(replay.timeline()).containsExactly("extreme_high raised high 10-13 HR 160 > 150 #1");

    assertThat(
            new Replay()
                .play("134x8")
                .play(reading(9, 160), reading(10, 134), reading(8, 134, 10.4), reading(11, 160))
                .timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void isUnlatchedByWhoeverAcknowledgesIt() {
    Replay replay = new Replay().play("160x4 140x11");

    replay.acknowledge(20, "ann", replay.newest()).acknowledge(21, "bob", replay.newest());

    assertThat(replay.timeline())
        .containsExactly(
            RAISED, RESOLVED, "extreme_high resolved high 0-20 HR 160 > 150 #3 by ann");
    assertThat(replay.lastOutcome()).isEqualTo(CommandOutcome.UNKNOWN);
  }

  @Test
  void isNotLatchedWhereItWasAcknowledgedBefore() {
    Replay replay = new Replay().play("160x4");

    replay.acknowledge(4, "ann", replay.newest());
    for (int second = 4; second <= 14; second++) {
      replay.play(reading(second, 140));
    }

    assertThat(replay.timeline())
        .containsExactly(
            RAISED,
            "extreme_high acknowledged high 0-4 HR 160 > 150 #2 by ann",
            "extreme_high resolved high 0-14 HR 140 ≤ 145 #3 by ann");
  }

  @Test
  void letsGoOfTheOldestWhereFarTooManyAreLatched() {
    Replay replay = new Replay();
    for (int i = 0; i < 9; i++) {
      for (int second = 0; second < 15; second++) {
        replay.play(reading(i * 15 + second, second < 4 ? 160 : 90));
      }
    }

    assertThat(replay.timeline())
        .hasSize(19)
        .endsWith("extreme_high resolved high 0-134 HR 160 > 150 #3");
  }

  @Test
  void isUnlatchedWhenThePatientIsDischarged() {
    assertThat(new Replay().play("160x4 140x11").discharge(30).timeline())
        .containsExactly(RAISED, RESOLVED, "extreme_high resolved high 0-30 HR 160 > 150 #3");
  }
}

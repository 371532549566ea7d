package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.live;
import static io.vigil.alert.rule.Replay.reading;
import static io.vigil.alert.rule.Replay.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {
  private static final String RAISED_HIGH = "high raised medium 5-15 HR 134 > 120 #1";
  private static final String RAISED_LOW = "low raised medium 5-15 HR 45 < 50 #1";

  @Test
  void raisesWhenHeartRateStaysHighForTheHoldTime() {
    assertThat(timeline("72x5 134x11")).containsExactly(RAISED_HIGH);
  }

  @Test
  void raisesWhenHeartRateStaysLowForTheHoldTime() {
    assertThat(timeline("72x5 45x11")).containsExactly(RAISED_LOW);
  }

  @Test
  void raisesNothingOneSecondShortOfTheHoldTime() {
    assertThat(timeline("72x5 134x10 72x20")).isEmpty();
  }

  @Test
  void raisesNothingAtTheLimitItself() {
    assertThat(timeline("120x20 50x20")).isEmpty();
  }

  @Test
  void raisesAHundredthBeyondTheLimit() {
    assertThat(timeline("120.01x11")).containsExactly("high raised medium 0-10 HR 120.01 > 120 #1");
  }

  @Test
  void raisesOnceHoweverLongItLasts() {
    assertThat(timeline("134x600")).containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void tellsTheValueThatDecides() {
    assertThat(timeline("130x10 141")).containsExactly("high raised medium 0-10 HR 141 > 120 #1");
  }

  @Test
  void startsTheHoldAnewAfterAReadingInside() {
    assertThat(timeline("134x6 120 134x11"))
        .containsExactly("high raised medium 7-17 HR 134 > 120 #1");
  }

  @Test
  void startsTheHoldAnewWhereItCrossesToTheOtherSide() {
    assertThat(timeline("134x6 45x11")).containsExactly("low raised medium 6-16 HR 45 < 50 #1");
  }

  @Test
  void holdsThroughASilenceOfTheGapLimit() {
    assertThat(timeline("134x6 _x4 134"))
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void startsTheHoldAnewAfterASilenceLongerThanTheGapLimit() {
    assertThat(timeline("134x6 _x5 134x11"))
        .containsExactly("high raised medium 11-21 HR 134 > 120 #1");
  }

  @Test
  void completesTheHoldWithAReadingBetweenTheSeconds() {
    assertThat(new Replay().play("134x10").play(reading(9.9, 134), reading(10.4, 134)).timeline())
        .containsExactly("high raised medium 0-10.4 HR 134 > 120 #1");
  }

  @Test
  void resolvesWhenBackInsideByTheHysteresisForTheHoldTime() {
    assertThat(timeline("72x5 134x11 115x11"))
        .containsExactly(RAISED_HIGH, "high resolved medium 5-26 HR 115 ≤ 115 #2");
  }

  @Test
  void resolvesALowAlarmFromBelow() {
    assertThat(timeline("72x5 45x11 55x11"))
        .containsExactly(RAISED_LOW, "low resolved medium 5-26 HR 55 ≥ 55 #2");
  }

  @Test
  void staysRaisedBetweenTheLimitAndTheHysteresis() {
    assertThat(timeline("72x5 134x11 116x60")).containsExactly(RAISED_HIGH);
  }

  @Test
  void startsTheHoldOfResolvingAnewAfterAReadingNotFarEnoughInside() {
    assertThat(timeline("72x5 134x11 110x6 116 110x11"))
        .containsExactly(RAISED_HIGH, "high resolved medium 5-33 HR 110 ≤ 115 #2");
  }

  @Test
  void startsTheHoldOfResolvingAnewAfterASilence() {
    assertThat(timeline("72x5 134x11 110x6 _x5 110x11"))
        .containsExactly(RAISED_HIGH, "high resolved medium 5-37 HR 110 ≤ 115 #2");
  }

  @Test
  void makesOneEpisodeOfFlappingAtTheLimit() {
    assertThat(timeline("72x5 134x11 118x3 125x3 119x4 122x2 118x9 121 90x11"))
        .containsExactly(RAISED_HIGH, "high resolved medium 5-48 HR 90 ≤ 115 #2");
  }

  @Test
  void raisesANewEpisodeAfterOneIsResolved() {
    assertThat(timeline("134x11 90x11 134x11"))
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1",
            "high resolved medium 0-21 HR 90 ≤ 115 #2",
            "high raised medium 22-32 HR 134 > 120 #1");
  }

  @Test
  void goesFromHighToLow() {
    assertThat(timeline("134x11 45x11"))
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1",
            "high resolved medium 0-21 HR 45 ≤ 115 #2",
            "low raised medium 11-21 HR 45 < 50 #1");
  }

  @Test
  void countsAReadingThatArrivesOutOfOrderInItsPlace() {
    List<Entry> swapped = new ArrayList<>(live("72x5 134x11"));
    Collections.swap(swapped, 14, 15);

    assertThat(new Replay().play(swapped).timeline())
        .containsExactly("high raised medium 5-15 HR 134 > 120 #1");
  }

  @Test
  void findsTheOnsetThatArrivesLast() {
    List<Entry> log = new ArrayList<>(live("134x11"));
    log.add(log.remove(0));

    assertThat(new Replay().play(log).timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void startsTheHoldAnewAtAReadingInsideThatArrivesOutOfOrder() {
    List<Entry> log = new ArrayList<>(live("134x5 100 134x11"));
    log.add(9, log.remove(5));

    assertThat(new Replay().play(log).timeline())
        .containsExactly("high raised medium 6-16 HR 134 > 120 #1");
  }

  @Test
  void bridgesASilenceWithAReadingThatArrivesOutOfOrder() {
    assertThat(new Replay().play("134x5 _x6 134x2").play(reading(8, 134, 12.2)).timeline())
        .containsExactly("high raised medium 0-11 HR 134 > 120 #1");
  }

  @Test
  void takesBackNothingThatItSaid() {
    assertThat(new Replay().play("134x11").play(reading(5.5, 72, 10.3)).timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void judgesWhatCameAfterADecisionOnlyOnce() {
    List<Entry> log = new ArrayList<>(live("134x11 90x11"));
    log.add(reading(20.5, 90, 21.2));

    assertThat(new Replay().play(log).timeline())
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1", "high resolved medium 0-21 HR 90 ≤ 115 #2");
  }

  @Test
  void judgesARequestInItsOrderWhenItIsLongerThanTheLimitOfLateness() {
    List<Entry> atOnce = new ArrayList<>();
    for (int second = 0; second <= 20; second++) {
      atOnce.add(reading(second, 134, 20.1));
    }

    assertThat(new Replay().play(atOnce).timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void resolvesWhenThePatientIsDischarged() {
    assertThat(new Replay().play("134x12").discharge(13).timeline())
        .containsExactly(
            "high raised medium 0-10 HR 134 > 120 #1",
            "high resolved medium 0-13 HR alarm ended: discharged #2");
  }
}

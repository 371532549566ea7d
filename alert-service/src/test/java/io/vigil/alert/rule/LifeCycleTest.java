package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.alert.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private static final String RAISED = "high raised medium 0-10 HR 134 > 120 #1";

  /** What was told of this rule; nothing comes while time goes on, so there are gaps as well. */
  private static List<String> of(String rule, Replay replay) {
    return replay.timeline().stream().filter(line -> line.startsWith(rule + " ")).toList();
  }

  @Test
  void isAcknowledgedByWhoeverTakesItFirst() {
    Replay replay = new Replay().play("134x11");

    replay.acknowledge(12, "ann", replay.newest()).acknowledge(13, "bob", replay.newest());

    assertThat(replay.timeline())
        .containsExactly(RAISED, "high acknowledged medium 0-12 HR 134 > 120 #2 by ann");
    assertThat(replay.lastOutcome()).isEqualTo(CommandOutcome.UNCHANGED);
  }

  @Test
  void tellsWhoHadAcknowledgedWhenItResolves() {
    Replay replay = new Replay().play("134x11");

    replay.acknowledge(10.5, "ann", replay.newest());
    for (int second = 11; second <= 21; second++) {
      replay.play(reading(second, 90));
    }

    assertThat(replay.timeline())
        .endsWith("high resolved medium 0-21 HR 90 ≤ 115 #3 by ann")
        .hasSize(3);
  }

  @Test
  void changesNothingWhereThereIsNoSuchEpisodeOrItIsOver() {
    Replay replay = new Replay().play("134x11 90x11");

    replay.acknowledge(30, "ann", replay.newest());
    assertThat(replay.lastOutcome()).isEqualTo(CommandOutcome.UNKNOWN);
    replay.acknowledge(30, "ann", "d7ff5935-5f87-34ab-b050-97865d9cf413");

    assertThat(replay.lastOutcome()).isEqualTo(CommandOutcome.UNKNOWN);
    assertThat(replay.timeline()).hasSize(2);
  }

  @Test
  void isEscalatedToTheNextCircleWhenNobodyTakesIt() {
    Replay replay = new Replay().listen(0, 3).play("160x4").listen(3.25, 900);

    assertThat(of("extreme_high", replay))
        .containsExactly(
            "extreme_high raised high 0-3 HR 160 > 150 #1",
            "extreme_high escalated high 0-63.1 HR 160 > 150 #2");
    assertThat(replay.told().stream().filter(alert -> alert.revision() == 2).map(Alert::circle))
        .containsExactly(2, 2);
  }

  @Test
  void waitsLongerWhereItIsLessUrgent() {
    Replay replay = new Replay().listen(0, 10).play("134x11").listen(10.25, 190);
    assertThat(of("high", replay)).containsExactly(RAISED);

    replay.listen(190.25, 190.25);

    assertThat(of("high", replay))
        .containsExactly(RAISED, "high escalated medium 0-190.1 HR 134 > 120 #2");
  }

  @Test
  void isEscalatedAtItsTimeHoweverLateThatIsNoticed() {
    Replay replay = new Replay().listen(0, 10).play("134x11").listen(900, 901);

    assertThat(of("high", replay))
        .containsExactly(RAISED, "high escalated medium 0-190.1 HR 134 > 120 #2");
  }

  @Test
  void isNotEscalatedOnceSomebodyHasTakenIt() {
    Replay replay = new Replay().listen(0, 10).play("134x11");

    replay.acknowledge(11, "ann", replay.newest()).listen(11.25, 500);

    assertThat(of("high", replay)).hasSize(2);
  }

  @Test
  void isToldAgainWhereItLastsLongAfterSomebodyHasTakenIt() {
    Replay replay = new Replay().listen(0, 10).play("134x11");
    String alarm = replay.newest();

    replay.acknowledge(11, "ann", alarm).listen(11.25, 800);
    replay.acknowledge(800, "bob", alarm);

    assertThat(of("high", replay))
        .containsExactly(
            RAISED,
            "high acknowledged medium 0-11 HR 134 > 120 #2 by ann",
            "high raised medium 0-611 HR 134 > 120 #3",
            "high escalated medium 0-791 HR 134 > 120 #4",
            "high acknowledged medium 0-800 HR 134 > 120 #5 by bob");
  }

  @Test
  void isHeldBackByAPauseAndToldAtItsEndWithItsTrueOnset() {
    Replay replay = new Replay().listen(0, 0.5).pause(0.5, 12);

    replay.play(steady(1, 12, 134)).listen(11.5, 12.25);
    assertThat(replay.timeline()).isEmpty();
    replay.listen(12.5, 12.5);

    assertThat(replay.timeline()).containsExactly("high raised medium 1-12.5 HR 134 > 120 #1");
  }

  private static List<Replay.Reading> steady(int from, int to, int value) {
    return java.util.stream.IntStream.range(from, to)
        .mapToObj(second -> reading(second, value))
        .toList();
  }

  @Test
  void isNeverToldWhereItIsOverBeforeThePauseEnds() {
    Replay replay = new Replay().listen(0, 0.5).pause(0.5, 60);

    replay.play(steady(1, 12, 134)).play(steady(12, 70, 90)).listen(69.25, 70);

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void isToldAtOnceWhereAPauseIsEndedEarly() {
    Replay replay = new Replay().pause(0.5, 60).play(steady(1, 13, 134)).resume(13);

    assertThat(replay.timeline()).containsExactly("high raised medium 1-13 HR 134 > 120 #1");
    assertThat(replay.lastOutcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(replay.resume(14).lastOutcome()).isEqualTo(CommandOutcome.UNCHANGED);
  }

  @Test
  void breaksThroughAPauseWhereItIsOfHighPriority() {
    assertThat(new Replay().pause(0, 60).play(steady(1, 13, 160)).timeline())
        .containsExactly("extreme_high raised high 1-4 HR 160 > 150 #1");
  }

  @Test
  void resolvesDuringAPause() {
    Replay replay = new Replay().play("134x11").pause(10.5, 60).play(steady(11, 22, 90));

    assertThat(replay.timeline())
        .containsExactly(RAISED, "high resolved medium 0-21 HR 90 ≤ 115 #2");
  }

  @Test
  void isEscalatedOnlyAfterThePause() {
    Replay replay = new Replay().listen(0, 10).play("134x11").pause(11, 300).listen(11.25, 400);

    assertThat(of("high", replay))
        .containsExactly(RAISED, "high escalated medium 0-311 HR 134 > 120 #2");
  }

  @Test
  void holdsBackTheGapOfAPatientOfNormalPriorityOnly() {
    assertThat(new Replay().listen(0, 1).play("72x2").pause(2, 60).listen(1.25, 50).timeline())
        .isEmpty();
    assertThat(
            new Replay()
                .ofHighPriority()
                .listen(0, 1)
                .play("72x2")
                .pause(2, 60)
                .listen(1.25, 50)
                .timeline())
        .containsExactly("gap raised high 1.1-6.1 HR no reading for 5 s #1");
  }

  @Test
  void takesALaterPauseInPlaceOfTheOneThatLasts() {
    Replay replay = new Replay().listen(0, 0.5).pause(0.5, 5).pause(1, 60);

    replay.play(steady(1, 12, 134)).listen(11.5, 60.75);

    assertThat(of("high", replay)).isEmpty();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new LifeCycle(0, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LifeCycle(1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeverStartedTest {
  private static final String RAISED =
      "never_started raised medium 0-30 no reading since admission, for 30 s #1";

  @Test
  void raisesWhenNothingIsHeardForItsTime() {
    Replay replay = new Replay().await(0).listen(0, 29.75);
    assertThat(replay.timeline()).isEmpty();

    replay.listen(30, 120);

    assertThat(replay.timeline()).containsExactly(RAISED);
  }

  @Test
  void isAsUrgentAsAGap() {
    assertThat(new Replay().ofHighPriority().await(0).listen(0, 31).timeline())
        .containsExactly("never_started raised high 0-30 no reading since admission, for 30 s #1");
  }

  @Test
  void resolvesAtTheFirstReading() {
    assertThat(new Replay().await(0).listen(0, 40).play(reading(40, 72)).timeline())
        .containsExactly(RAISED, "never_started resolved medium 0-40.1 first reading #2");
  }

  @Test
  void resolvesAtNoLateReading() {
    assertThat(new Replay().await(0).listen(0, 40).play(reading(5, 72, 40.1)).timeline())
        .containsExactly(RAISED);
  }

  @Test
  void raisesNothingWhereSomethingIsHeardInTime() {
    assertThat(new Replay().await(0).listen(0, 25).play("72x20").timeline()).isEmpty();
    assertThat(new Replay().play("72x2").await(3).listen(2, 5).timeline()).isEmpty();
  }

  @Test
  void raisesNothingWhileNobodyListens() {
    Replay replay = new Replay().await(0).listen(0, 10).listen(50, 79.75);
    assertThat(replay.timeline()).isEmpty();

    replay.listen(80, 80);

    assertThat(replay.timeline())
        .containsExactly(
            "never_started raised medium 0-80 no reading since admission, for 30 s #1");
  }

  @Test
  void raisesNothingWithoutADeviceOrAfterDischarge() {
    assertThat(new Replay().withoutDevice().await(0).listen(0, 90).timeline()).isEmpty();
    assertThat(new Replay().notAdmitted().await(0).listen(0, 90).timeline()).isEmpty();
  }

  @Test
  void waitsOnThroughARestart() {
    assertThat(new Replay().await(0).listen(0, 10).restart().listen(10.25, 31).timeline())
        .containsExactly(RAISED);
  }
}

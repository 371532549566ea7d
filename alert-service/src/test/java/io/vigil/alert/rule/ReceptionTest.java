package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.vital.Vital;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final String RAISED =
      "reception raised low 60-180 HR only 66 % of readings received #1";

  private final Replay replay = new Replay().listen(-5, -0.25);

  /** A reading each second of which this says that it arrives; listened to all the time. */
  private Replay heard(int from, int to, IntPredicate arrives) {
    for (int second = from; second < to; second++) {
      replay.listen(second, second);
      if (arrives.test(second)) {
        replay.play(Replay.reading(second, 72));
      }
      replay.listen(second + 0.25, second + 0.75);
    }
    return replay;
  }

  private static boolean twoOfThree(int second) {
    return second % 3 != 2;
  }

  @Test
  void isPoorAfterTwoMinutesInWhichTooLittleCame() {
    assertThat(heard(0, 179, ReceptionTest::twoOfThree).timeline()).isEmpty();

    assertThat(heard(179, 400, ReceptionTest::twoOfThree).timeline()).containsExactly(RAISED);
  }

  @Test
  void isGoodAfterAMinuteInWhichNearlyAllCame() {
    heard(0, 190, ReceptionTest::twoOfThree);

    assertThat(heard(190, 400, second -> second % 20 != 0).timeline())
        .containsExactly(RAISED, "reception resolved low 60-240 HR 91 % of readings received #2");
  }

  @Test
  void isNotPoorForOneBadMinute() {
    assertThat(heard(0, 300, second -> second / 60 == 2 ? twoOfThree(second) : true).timeline())
        .isEmpty();
  }

  @Test
  void expectsNoMoreThanTheDeviceMeasures() {
    assertThat(heard(0, 400, second -> second % 2 == 0).timeline()).isEmpty();
  }

  @Test
  void saysNothingOfMinutesWithAGapInThem() {
    assertThat(heard(0, 400, second -> second % 60 < 50).timeline())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("gap "));
  }

  @Test
  void saysNothingOfMinutesInWhichNobodyListened() {
    for (int minute = 0; minute < 5; minute++) {
      replay.listen(minute * 60, minute * 60 + 30);
      for (int second = minute * 60 + 28; second < minute * 60 + 60; second++) {
        replay.play(Replay.reading(second, 72));
      }
    }

    assertThat(replay.timeline().stream().filter(line -> line.startsWith("reception"))).isEmpty();
  }

  @Test
  void isNoMatterOfVitalsThatAreMeasuredNowAndThen() {
    for (int second = 0; second < 600; second += second % 7 == 0 ? 1 : 3) {
      replay.play(new Replay.Reading(Vital.TEMPERATURE, ms(second), 3_700, ms(second + 0.1)));
    }

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void isCountedOnThroughRestarts() {
    replay.restartingAlways();

    assertThat(heard(0, 400, ReceptionTest::twoOfThree).timeline()).containsExactly(RAISED);
  }
}

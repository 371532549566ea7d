package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.ms;
import static io.vigil.alert.rule.Replay.reading;
import static io.vigil.schema.vital.Vital.HEART_RATE;
import static io.vigil.schema.vital.Vital.SPO2;
import static io.vigil.schema.vital.Vital.TEMPERATURE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherVitalsTest {
  private final Replay replay = new Replay().listen(-1, 0);

  private void heard(int from, int to) {
    for (int second = from; second < to; second++) {
      replay.play(reading(HEART_RATE, second, 72), reading(SPO2, second, 97));
      replay.listen(second + 0.25, second + 1);
    }
  }

  @Test
  void haveLimitsOfTheirOwn() {
    for (int second = 0; second <= 10; second++) {
      replay.play(reading(SPO2, second, 88));
    }
    replay.play(new Replay.Reading(TEMPERATURE, ms(10), 4_125, ms(10.2)));

    assertThat(replay.timeline())
        .containsExactly(
            "low raised medium 0-10 SpO2 88 < 90 #1",
            "extreme_high raised high 10-10 Temp 41.25 > 41 #1");
  }

  @Test
  void haveNoLimitWhereNoneIsSensible() {
    for (int second = 0; second <= 60; second++) {
      replay.play(reading(SPO2, second, 100));
    }

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void judgeWhatIsMeasuredNowAndThenByTwoReadingsInARow() {
    replay.play(new Replay.Reading(TEMPERATURE, ms(0), 3_950, ms(0.1)));
    assertThat(replay.timeline()).isEmpty();

    replay.play(new Replay.Reading(TEMPERATURE, ms(900), 3_960, ms(900.1)));

    assertThat(replay.timeline()).containsExactly("high raised medium 0-900 Temp 39.6 > 39 #1");
  }

  @Test
  void tellTheSilenceOfOneWhileTheOtherIsHeard() {
    heard(0, 5);
    for (int second = 5; second < 20; second++) {
      replay.play(reading(HEART_RATE, second, 72)).listen(second + 0.25, second + 1);
    }

    assertThat(replay.timeline())
        .containsExactly("gap raised medium 4.1-14.1 SpO2 no reading for 10 s #1");
  }

  @Test
  void tellTheSilenceOfThePatientOnce() {
    heard(0, 5);
    replay.listen(5, 60);

    assertThat(replay.timeline())
        .containsExactly("gap raised medium 4.1-9.1 HR no reading for 5 s #1");
  }

  @Test
  void tellTheSilenceThatIsLeftWhenTheHeartRateIsHeardAgain() {
    heard(0, 5);
    replay.listen(5, 60);
    for (int second = 60; second < 80; second++) {
      replay.play(reading(HEART_RATE, second, 72)).listen(second + 0.25, second + 1);
    }

    assertThat(replay.timeline())
        .containsExactly(
            "gap raised medium 4.1-9.1 HR no reading for 5 s #1",
            "gap resolved medium 4.1-62.1 HR readings again #2",
            "gap raised medium 4.1-72.1 SpO2 no reading for 10 s #1");
  }

  @Test
  void tellNoSilenceOfWhatIsMeasuredNowAndThen() {
    replay.play(reading(TEMPERATURE, 0, 37)).listen(0.25, 600);

    assertThat(replay.timeline()).isEmpty();
  }
}

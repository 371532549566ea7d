package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.ms;
import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.Watermark;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final String RAISED = "gap raised medium 10.1-15.1 HR no reading for 5 s #1";

  /** Heard once a second until 10.1 s, and listened to all the time. */
  private static Replay heard() {
    Replay replay = new Replay().listen(-10, 0);
    for (int second = 0; second <= 10; second++) {
      replay.play(reading(second, 72)).listen(second + 0.25, second + (second < 10 ? 1 : 0.25));
    }
    return replay;
  }

  @Test
  void raisesWhenTheWatermarkPassesTheGapLimit() {
    assertThat(heard().listen(10.5, 15.25).timeline()).containsExactly(RAISED);
  }

  @Test
  void raisesNothingBeforeTheWatermarkPassesTheGapLimit() {
    assertThat(heard().listen(10.5, 15).play(new Watermark("ingest-1", ms(15.1))).timeline())
        .isEmpty();
  }

  @Test
  void raisesOnce() {
    assertThat(heard().listen(10.5, 120).timeline()).containsExactly(RAISED);
  }

  @Test
  void raisesWithHighPriorityForAPatientOfHighPriority() {
    assertThat(heard().ofHighPriority().listen(10.5, 15.25).timeline())
        .containsExactly("gap raised high 10.1-15.1 HR no reading for 5 s #1");
  }

  @Test
  void raisesNothingForAPatientWhoIsNotAdmitted() {
    assertThat(heard().notAdmitted().listen(10.5, 60).timeline()).isEmpty();
  }

  @Test
  void raisesNothingForAPatientWhoWasNeverHeard() {
    assertThat(new Replay().listen(0, 60).timeline()).isEmpty();
  }

  @Test
  void raisesWhenALaterReadingProvesTheSilence() {
    assertThat(heard().listen(10.5, 15).play(reading(15.1, 72, 15.2)).timeline())
        .containsExactly(RAISED);
  }

  @Test
  void raisesNothingWhenAReadingComesAtTheGapLimit() {
    assertThat(heard().listen(10.5, 15).play(reading(15, 72, 15.1)).timeline()).isEmpty();
  }

  @Test
  void resolvesAtTheThirdReadingInARow() {
    assertThat(
            heard()
                .listen(10.5, 20)
                .play(reading(20, 72), reading(21, 72), reading(22, 72), reading(23, 72))
                .timeline())
        .containsExactly(RAISED, "gap resolved medium 10.1-22.1 HR readings again #2");
  }

  @Test
  void countsTheReadingsInARowAnewAfterAGapBetweenThem() {
    Replay replay = heard().listen(10.5, 20).play(reading(20, 72), reading(21, 72));

    replay.listen(20.25, 26.5).play(reading(26.6, 72), reading(27.6, 72), reading(28.6, 72));

    assertThat(replay.timeline())
        .containsExactly(RAISED, "gap resolved medium 10.1-28.7 HR readings again #2");
  }

  @Test
  void raisesANewEpisodeForTheNextSilence() {
    Replay replay = heard().listen(10.5, 20);

    replay.play(reading(20, 72), reading(21, 72), reading(22, 72)).listen(20.25, 30);

    assertThat(replay.timeline())
        .containsExactly(
            RAISED,
            "gap resolved medium 10.1-22.1 HR readings again #2",
            "gap raised medium 22.1-27.1 HR no reading for 5 s #1");
  }

  @Test
  void hearsNoDuplicates() {
    Replay replay = heard().listen(10.5, 14);

    replay.play(reading(10, 72, 14.1)).listen(14.25, 15.25);

    assertThat(replay.timeline()).containsExactly(RAISED);
  }

  @Test
  void hearsNoLateReadings() {
    Replay replay = heard().listen(10.5, 20);

    replay.play(reading(-20, 72, 20.1), reading(-19, 72, 20.2), reading(-18, 72, 20.3));

    assertThat(replay.timeline()).containsExactly(RAISED);
  }

  @Test
  void hearsAReadingOutOfOrder() {
    assertThat(heard().listen(10.5, 14).play(reading(9.5, 72, 14.1)).listen(14.25, 19).timeline())
        .isEmpty();
  }

  @Test
  void raisesNothingFromASilenceOfIngest() {
    Replay replay = heard();

    replay.play(new Watermark("ingest-2", ms(40))).play(reading(40.2, 72)).listen(40.25, 41);

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void raisesNothingWhenIngestComesBackWithAReading() {
    Replay replay = heard();

    replay.play(reading(40, 72)).play(new Watermark("ingest-2", ms(40.25)));

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void raisesWhatStaysSilentAfterIngestComesBack() {
    Replay replay = heard().listen(40, 45);
    assertThat(replay.timeline()).isEmpty();

    replay.listen(45.25, 45.25);

    assertThat(replay.timeline()).containsExactly(RAISED);
  }

  @Test
  void raisesNothingWithoutAWatermark() {
    assertThat(new Replay().play("72x5 _x60 72x5").timeline()).isEmpty();
  }

  @Test
  void watchesAgainWhenTheClockOfIngestIsSetBack() {
    Replay replay = heard().play(reading(3600, 72, 3600.1)).listen(3600.25, 3600.5);

    replay.listen(11, 12).play(reading(3601, 72, 12.1)).listen(12.25, 18);

    assertThat(replay.timeline())
        .containsExactly("gap raised medium 12.1-17.1 HR no reading for 5 s #1");
  }

  @Test
  void resolvesWhenThePatientIsDischarged() {
    assertThat(heard().listen(10.5, 20).discharge(21).timeline())
        .containsExactly(RAISED, "gap resolved medium 10.1-21 HR alarm ended: discharged #2");
  }
}

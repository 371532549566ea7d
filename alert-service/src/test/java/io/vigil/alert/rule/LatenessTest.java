package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatenessTest {
  @Test
  void countsAReadingTenSecondsBehindTheNewest() {
    Replay replay = new Replay().play(reading(20, 72)).play(reading(10, 72, 20.2));

    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 2));
  }

  @Test
  void passesOverAReadingMoreThanTenSecondsBehindTheNewest() {
    Replay replay = new Replay().play(reading(20, 72)).play(reading(9.999, 72, 20.2));

    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 1, Outcome.LATE, 1));
  }

  @Test
  void countsAReadingTakenJustWithinThirtySecondsOfItsTime() {
    Replay replay = new Replay().play(reading(0, 72, 29.999));

    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 1));
  }

  @Test
  void passesOverAReadingTakenThirtySecondsAfterItsTime() {
    Replay replay = new Replay().play(reading(0, 72, 30));

    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.LATE, 1));
  }

  @Test
  void raisesNothingOfThePresentFromABacklog() {
    List<Entry> backlog = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      backlog.add(reading(second, 134, 100));
    }

    assertThat(new Replay().play(backlog).timeline())
        .containsExactly("late high resolved low 0-10 HR 134 > 120 #1");
  }

  @Test
  void resolvesNothingFromABacklog() {
    List<Entry> backlog = new ArrayList<>();
    for (int second = 11; second < 60; second++) {
      backlog.add(reading(second, 72, 100));
    }

    assertThat(new Replay().play("134x11").play(backlog).timeline())
        .containsExactly("high raised medium 0-10 HR 134 > 120 #1");
  }

  @Test
  void changesNothingOnADuplicate() {
    Replay replay = new Replay().play("134x11").play("134x11");

    assertThat(replay.timeline()).containsExactly("high raised medium 0-10 HR 134 > 120 #1");
    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 11, Outcome.DUPLICATE, 11));
  }

  @Test
  void letsTheFirstOfTwoValuesStay() {
    Replay replay = new Replay().play("134x5").play(reading(4, 72)).play(reading(5, 134));

    replay.play(reading(6, 134), reading(7, 134), reading(8, 134), reading(9, 134));
    replay.play(reading(10, 134));

    assertThat(replay.timeline()).containsExactly("high raised medium 0-10 HR 134 > 120 #1");
    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 11, Outcome.CONFLICT, 1));
  }

  @Test
  void judgesWhatOneRequestBringsByWhatWasThereBefore() {
    Replay replay = new Replay().play(reading(0, 72)).play(reading(25, 72, 25.1));

    replay.play(reading(1, 72, 25.1));

    assertThat(replay.outcomes()).isEqualTo(Map.of(Outcome.JUDGED, 3));
  }

  @Test
  void keepsItsStateSmallAtOneReadingASecond() {
    assertThat(new Replay().play("72x3600").state()).hasSizeLessThan(180);
  }

  @Test
  void keepsABoundedNumberOfReadingsWhateverTheRate() {
    List<Entry> flood = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      flood.add(new Replay.Reading(Replay.START + i, 7_200, Replay.START + 9_000 + i));
    }

    assertThat(new Replay().play(flood).state()).hasSizeLessThan(1_024 * 4 + 300);
  }
}

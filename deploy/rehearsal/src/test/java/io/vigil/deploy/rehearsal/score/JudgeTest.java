package io.vigil.deploy.rehearsal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.rehearsal.scenario.Bed;
import io.vigil.deploy.rehearsal.scenario.Expected;
import io.vigil.deploy.rehearsal.scenario.Script;
import io.vigil.deploy.rehearsal.score.Score.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final long START = 1_795_248_000_000L;

  private final Judge judge = new Judge(2_000);
  private final List<Heard> heard = new ArrayList<>();

  private static Played bed(Expected... expected) {
    Bed bed = new Bed(Script.live("72"), List.of(expected), Set.of("never_started"));
    return new Played(bed, "r-1", START, Map.of(10, START + 10_050, 5, START + 5_050));
  }

  private void hear(String episode, int revision, String rule, String state, int onset, long at) {
    heard.add(
        new Heard(
            episode + "-" + revision,
            episode,
            "r-1",
            rule,
            state,
            START + onset * 1_000L,
            false,
            START + at));
  }

  private Score score(Expected... expected) {
    return judge.judge(List.of(bed(expected)), heard);
  }

  @Test
  void countsWhatCameInTimeWithItsDelay() {
    hear("e", 1, "high", "raised", 0, 10_300);
    hear("e", 2, "high", "resolved", 0, 30_000);

    Score score = score(Expected.held("high", 0, 10, 20));

    assertThat(score.isClean()).isTrue();
    assertThat(score.expected()).isEqualTo(1);
    assertThat(score.raised()).isEqualTo(1);
    assertThat(score.delaysMs()).containsExactly(250L);
  }

  @Test
  void measuresAGapFromTheEndOfTheSilenceThatIsAllowed() {
    hear("e", 1, "gap", "raised", 5, 10_450);
    hear("e", 2, "gap", "resolved", 5, 30_000);

    assertThat(score(Expected.gap(5, 20)).delaysMs()).containsExactly(400L);
  }

  @Test
  void tellsWhatIsMissing() {
    hear("e", 1, "high", "raised", 1, 10_300);

    Score score = score(Expected.held("high", 0, 10, 20));

    assertThat(score.count(Kind.MISSED)).isEqualTo(1);
    assertThat(score.count(Kind.DOUBLED)).isEqualTo(1);
  }

  @Test
  void tellsWhatDidNotEnd() {
    hear("e", 1, "high", "raised", 0, 10_300);

    assertThat(score(Expected.held("high", 0, 10, 20)).faults())
        .containsExactly(new Score.Fault(Kind.MISSED, "r-1", "the end of high"));
  }

  @Test
  void tellsWhatCameTooLate() {
    hear("e", 1, "high", "raised", 0, 12_051);

    assertThat(score(Expected.held("high", 0, 10, Expected.ANY)).count(Kind.LATE)).isEqualTo(1);
  }

  @Test
  void tellsAnEpisodeThatCameTwiceAndAnEventThatDid() {
    hear("e", 1, "high", "raised", 0, 10_300);
    hear("e", 1, "high", "raised", 0, 10_400);
    hear("f", 1, "high", "raised", 9, 19_300);

    Score score = score(Expected.held("high", 0, 10, Expected.ANY));

    assertThat(score.faults())
        .containsExactly(
            new Score.Fault(Kind.DOUBLED, "r-1", "event e-1"),
            new Score.Fault(Kind.DOUBLED, "r-1", "high"));
  }

  @Test
  void tellsWhatNothingWasWrongFor() {
    hear("e", 1, "gap", "raised", 0, 10_300);

    assertThat(score().faults()).containsExactly(new Score.Fault(Kind.FALSE, "r-1", "gap"));
  }

  @Test
  void passesOverWhatIsToleratedOfOthersAndOfThePast() {
    hear("e", 1, "never_started", "raised", 0, 10_300);
    heard.add(new Heard("x-1", "x", "p-0001", "high", "raised", START, false, START + 1_000));
    heard.add(new Heard("y-1", "y", "r-1", "high", "raised", START, true, START + 1_000));

    assertThat(score().isClean()).isTrue();
  }

  @Test
  void takesNoGapForTheAlarmOfItsGroup() {
    heard.add(
        new Heard(
            "g-1", "g", "device/gw-1", "gap", "raised", START + 5_000, false, START + 10_500));

    assertThat(score(Expected.gap(5, Expected.ANY)).count(Kind.MISSED)).isEqualTo(1);
  }

  @Test
  void drawsATable() {
    hear("e", 1, "high", "raised", 0, 10_300);
    Scoreboard board = new Scoreboard();
    board.add("tachycardia", score(Expected.held("high", 0, 10, Expected.ANY)));
    board.add("lead-off", score(Expected.gap(5, 17), Expected.held("high", 0, 10, Expected.ANY)));

    assertThat(board.toString())
        .contains("tachycardia                   1       1       0        0      0     0")
        .contains("lead-off                      2       1       1        0      0     0")
        .contains("lead-off: missed: gap of r-1");
    assertThat(board.isClean()).isFalse();
  }
}

package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.ms;
import static io.vigil.alert.rule.Replay.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.rule.Replay.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateRunsTest {
  private static final String LATE = "late high resolved low 10-20 HR 134 > 120 #1";

  /** Heard until 9 s and from 100 s on. */
  private final Replay replay =
      new Replay().play(steady(0, 10, 72, 0)).play(steady(100, 110, 72, 0));

  /** One reading a second, taken a tenth of a second later, or as much later as said. */
  private static List<Reading> steady(int from, int to, int value, int later) {
    return IntStream.range(from, to)
        .mapToObj(second -> reading(second, value, second + later + 0.1))
        .toList();
  }

  @Test
  void areToldAsOver() {
    replay.play(steady(10, 60, 134, 200));

    assertThat(replay.timeline()).containsExactly(LATE);
    assertThat(replay.outcomes()).containsEntry(Outcome.LATE, 50);
  }

  @Test
  void areToldOnceHoweverOftenTheirReadingsCome() {
    replay.play(steady(10, 60, 134, 200)).play(steady(10, 60, 134, 300));

    assertThat(replay.timeline()).containsExactly(LATE);
  }

  @Test
  void areNotToldOfWhatWasHeardInTime() {
    replay.play(steady(0, 10, 134, 200)).play(steady(100, 110, 134, 200));

    assertThat(replay.timeline()).isEmpty();
  }

  @Test
  void areToldOfExtremesAsWell() {
    replay.play(steady(10, 16, 160, 200)).play(steady(16, 40, 72, 200));

    assertThat(replay.timeline())
        .containsExactly("late extreme_high resolved low 10-13 HR 160 > 150 #1");
  }

  @Test
  void areToldOnceForEachEpisodeThatTheyWouldHaveMade() {
    replay.play(steady(10, 25, 134, 200)).play(steady(25, 40, 90, 200));
    replay.play(steady(40, 60, 134, 200));

    assertThat(replay.timeline())
        .containsExactly(LATE, "late high resolved low 40-50 HR 134 > 120 #1");
  }

  @Test
  void areToldOfWhatLiesBeforeEverythingThatWasHeard() {
    Replay first = new Replay().play(steady(0, 20, 134, 300));

    assertThat(first.timeline()).containsExactly("late high resolved low 0-10 HR 134 > 120 #1");
    assertThat(first.play(steady(300, 311, 134, 0)).timeline())
        .endsWith("high raised medium 300-310 HR 134 > 120 #1");
  }

  @Test
  void areJudgedInTheirOrderWhereTheyComeOutOfIt() {
    List<Reading> disordered = new ArrayList<>(steady(10, 60, 134, 200));
    Collections.swap(disordered, 3, 8);
    Collections.swap(disordered, 20, 21);

    assertThat(replay.play(disordered).timeline()).containsExactly(LATE);
  }

  @Test
  void startAnewAfterAReadingInsideThatComesOutOfOrder() {
    List<Reading> disordered = new ArrayList<>(steady(10, 15, 134, 200));
    disordered.addAll(steady(16, 25, 134, 200));
    disordered.add(8, reading(15, 72, 220));

    assertThat(replay.play(disordered).timeline()).isEmpty();
  }

  @Test
  void changeNothingOfThePresent() {
    replay.play(steady(110, 115, 134, 0)).play(steady(10, 60, 72, 200));

    assertThat(replay.play(steady(115, 121, 134, 0)).timeline())
        .containsExactly("high raised medium 110-120 HR 134 > 120 #1");
  }

  @Test
  void areToldWhateverIsPaused() {
    assertThat(replay.pause(110, 600).play(steady(10, 60, 134, 200)).timeline())
        .containsExactly(LATE);
  }

  @Test
  void fillEachHoleByItself() {
    Replay holes = new Replay();
    for (int minute = 0; minute < 5; minute++) {
      holes.play(steady(minute * 60, minute * 60 + 20, 72, 0));
    }

    holes.play(steady(80, 92, 134, 400)).play(steady(20, 32, 134, 470));

    assertThat(holes.timeline())
        .containsExactly(
            "late high resolved low 80-90 HR 134 > 120 #1",
            "late high resolved low 20-30 HR 134 > 120 #1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void areToldTheSameThroughRestartsAndRepetitions(long seed) {
    Random random = new Random(seed);
    List<Reading> backlog = new ArrayList<>();
    for (int second = 10; second < 95; second++) {
      backlog.add(reading(second, random.nextInt(25) == 0 ? 72 : 134, 200 + second));
    }
    List<Reading> repeated = new ArrayList<>();
    for (int i = 0; i < backlog.size(); i++) {
      repeated.add(backlog.get(i));
      for (int more = random.nextInt(3); more > 0; more--) {
        Reading earlier = backlog.get(random.nextInt(i + 1));
        long later = backlog.get(i).ingestMs() + more;
        repeated.add(new Reading(earlier.timeMs(), earlier.value(), later));
      }
    }
    Replay restarting =
        new Replay()
            .restartingAlways()
            .play(steady(0, 10, 72, 0))
            .play(steady(100, 110, 72, 0))
            .play(repeated);

    assertThat(restarting.timeline()).isEqualTo(replay.play(backlog).timeline()).isNotEmpty();
  }

  @Test
  void keepABoundedNumberOfHoles() {
    Replay sparse = new Replay();
    for (int i = 0; i < 500; i++) {
      sparse.play(new Reading(ms(i * 3), 7_200, ms(i * 3 + 0.1)));
    }

    assertThat(sparse.state()).hasSizeLessThan(500);
  }
}

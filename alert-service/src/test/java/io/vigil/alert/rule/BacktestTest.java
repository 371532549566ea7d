package io.vigil.alert.rule;

import static io.vigil.alert.rule.Replay.RULES;
import static io.vigil.alert.rule.Replay.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.SeriesNotation;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static List<String> episodes(Limits limits, String notation) {
    Backtest backtest = new Backtest("p-0001", RULES, limits);
    SeriesNotation.series(notation, START)
        .forEach(
            reading ->
                backtest.take(Vital.HEART_RATE, reading.eventTimeMs(), reading.valueHundredths()));
    return backtest.episodes().stream().map(BacktestTest::line).toList();
  }

  private static String line(Alert alert) {
    return "%s %s %d #%d"
        .formatted(
            alert.rule().code(),
            alert.state().code(),
            alert.onset().toEpochMilli() - START,
            alert.revision());
  }

  @Test
  void tellsEachEpisodeAsItIsAtTheEnd() {
    assertThat(episodes(Limits.NONE, "72x5 134x15 90x15 160x4 90x11 45x11"))
        .containsExactly(
            "high resolved 5000 #2", "extreme_high resolved 35000 #2", "low raised 50000 #1");
  }

  @Test
  void tellsWhatOtherLimitsWouldHaveGiven() {
    assertThat(episodes(Replay.limits(140, null), "72x5 134x15 90x15")).isEmpty();
    assertThat(episodes(Replay.limits(110, null), "115x11")).containsExactly("high raised 0 #1");
  }

  @Test
  void tellsTheSameAsTheStream() {
    String notation = "72x20 134x15 90x15 160x4 146x3 130x30 90x11 45x12 35x5 60x20 _x7 134x12";
    Replay stream = new Replay().play(notation);

    Backtest backtest = new Backtest("p-0001", RULES, Limits.NONE);
    SeriesNotation.series(notation, START)
        .forEach(
            reading ->
                backtest.take(Vital.HEART_RATE, reading.eventTimeMs(), reading.valueHundredths()));

    assertThat(backtest.episodes().stream().map(Alert::id))
        .containsExactlyElementsOf(stream.told().stream().map(Alert::id).distinct().toList())
        .hasSize(6);
  }
}

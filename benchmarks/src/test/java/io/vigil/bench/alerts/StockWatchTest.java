package io.vigil.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockWatchTest {
  private static final long START = 1_000_000;

  private final List<Told> told = new ArrayList<>();
  private StockWatch watch = new StockWatch();

  @Test
  void raisesWhenTheLimitIsPassedForTheHoldTimeAndResolvesBackInside() {
    send(0, 15, 135_00);
    send(15, 30, 70_00);

    assertThat(told)
        .containsExactly(
            new Told("p", "high", "raised", START, START + 10_000),
            new Told("p", "high", "resolved", START, START + 25_000));
  }

  @Test
  void tellsASilenceAtTheReadingThatEndsIt() {
    send(0, 3, 70_00);
    send(10, 13, 70_00);

    assertThat(told)
        .containsExactly(
            new Told("p", "gap", "raised", START + 2_000, START + 7_000),
            new Told("p", "gap", "resolved", START + 2_000, START + 12_000));
  }

  @Test
  void goesOnFromItsBytes() {
    send(0, 8, 45_00);
    watch = StockWatch.fromBytes(watch.toBytes());
    send(8, 11, 45_00);

    assertThat(told).containsExactly(new Told("p", "low", "raised", START, START + 10_000));
  }

  private void send(int from, int to, int value) {
    for (int second = from; second < to; second++) {
      long time = START + second * 1_000L;
      watch.take("p", time, value, time, told::add);
    }
  }
}

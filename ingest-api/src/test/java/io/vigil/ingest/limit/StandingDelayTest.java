package io.vigil.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingDelayTest {
  private static final long START_MS = -5_000; // a monotonic clock may begin anywhere

  private final StandingDelay delay = new StandingDelay(Duration.ofMillis(100));

  @Test
  void isNotTooLongBeforeAnythingHasPassed() {
    assertThat(isTooLongAt(0)).isFalse();
  }

  @Test
  void isTooLongWhenForAWindowEvenTheQuickestWasDelayed() {
    for (int ms = 0; ms < 250; ms += 10) {
      passed(ms, 101 + ms);
      assertThat(isTooLongAt(ms)).isFalse();
    }

    passed(250, 400);

    assertThat(isTooLongAt(250)).isTrue();
  }

  @Test
  void isNotTooLongWhileAnyGoesThroughQuickly() {
    for (int ms = 0; ms < 2_000; ms += 10) {
      passed(ms, 2_000);
      passed(ms, 100);
      assertThat(isTooLongAt(ms)).isFalse();
    }
  }

  @Test
  void endsWithTheFirstThatGoesThroughQuickly() {
    passed(0, 500);
    passed(250, 500);
    assertThat(isTooLongAt(260)).isTrue();

    passed(270, 50);

    assertThat(isTooLongAt(270)).isFalse();
  }

  @Test
  void endsWhenNothingGoesThroughAnyMore() {
    passed(0, 500);
    passed(250, 500);

    assertThat(isTooLongAt(749)).isTrue();
    assertThat(isTooLongAt(750)).isFalse();
  }

  private void passed(long atMs, long delayMs) {
    delay.passed(nanos(atMs), Duration.ofMillis(delayMs).toNanos());
  }

  private boolean isTooLongAt(long ms) {
    return delay.isTooLong(nanos(ms));
  }

  private static long nanos(long ms) {
    return Duration.ofMillis(START_MS + ms).toNanos();
  }
}

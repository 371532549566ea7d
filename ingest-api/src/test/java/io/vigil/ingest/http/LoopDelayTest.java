package io.vigil.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopDelayTest {
  @Test
  void isTooLongOnceARoundHasTakenMoreThanItsBound() {
    LoopDelay delay = new LoopDelay(Duration.ofMillis(500));
    delay.cameRound(ms(1_000));
    assertThat(delay.isTooLong(ms(1_500))).isFalse();
    assertThat(delay.isTooLong(ms(1_501))).isTrue();

    delay.cameRound(ms(1_600));

    assertThat(delay.isTooLong(ms(1_700))).isFalse();
  }

  private static long ms(long ms) {
    return Duration.ofMillis(ms).toNanos();
  }
}

package io.vigil.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopDelayTest {
  private final LoopDelay delay = new LoopDelay(Duration.ofMillis(500), 2);

  @Test
  void shedsOnceARoundHasTakenLongWithManyRequests() {
    delay.cameRound(ms(1_000));
    assertThat(delay.serves(ms(1_100))).isTrue();
    assertThat(delay.serves(ms(1_200))).isTrue();
    assertThat(delay.serves(ms(1_500))).isTrue();
    assertThat(delay.serves(ms(1_501))).isFalse();

    delay.cameRound(ms(1_600));

    assertThat(delay.serves(ms(1_700))).isTrue();
  }

  @Test
  void servesTheFewThatCameWhileTheLoopDidNotRun() {
    delay.cameRound(ms(1_000));

    assertThat(delay.serves(ms(9_000))).isTrue();
    assertThat(delay.serves(ms(9_001))).isTrue();
    assertThat(delay.serves(ms(9_002))).isFalse();
  }

  private static long ms(long ms) {
    return Duration.ofMillis(ms).toNanos();
  }
}

package io.vigil.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static Backoff backoff(double chance) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), () -> chance);
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToABound() {
    Backoff backoff = backoff(0);

    assertThat(backoff.afterMs(1)).isEqualTo(1_000);
    assertThat(backoff.afterMs(2)).isEqualTo(2_000);
    assertThat(backoff.afterMs(6)).isEqualTo(32_000);
    assertThat(backoff.afterMs(7)).isEqualTo(60_000);
    assertThat(backoff.afterMs(1_000_000)).isEqualTo(60_000);
  }

  @Test
  void chanceShortensTheWaitByUpToAHalf() {
    assertThat(backoff(0.5).afterMs(2)).isEqualTo(1_500);
    assertThat(backoff(0.999).afterMs(2)).isEqualTo(1_001);
  }
}

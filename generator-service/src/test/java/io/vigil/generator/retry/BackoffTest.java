package io.vigil.generator.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final RandomGenerator NO_JITTER = () -> 0;

  @Test
  void doublesUpToTheLongest() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300), NO_JITTER);

    assertThat(backoff.afterFailure()).hasMillis(100);
    assertThat(backoff.afterFailure()).hasMillis(200);
    assertThat(backoff.afterFailure()).hasMillis(300);
    assertThat(backoff.afterFailure()).hasMillis(300);
  }

  @Test
  void startsAnewAfterASuccess() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300), NO_JITTER);
    backoff.afterFailure();

    backoff.reset();

    assertThat(backoff.afterFailure()).hasMillis(100);
  }

  @Test
  void shortensAWaitByUpToAHalf() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1));

    for (int i = 0; i < 100; i++) {
      assertThat(backoff.afterFailure())
          .isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
    }
  }
}

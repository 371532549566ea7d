package io.vigil.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void doublesFromOneSecondToThirty() {
    assertThat(Stream.generate(this::afterAShortLife).limit(7))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void beginsAnewAfterALongLife() {
    afterAShortLife();
    afterAShortLife();

    assertThat(backoff.afterLifeOf(Duration.ofMinutes(1))).hasSeconds(1);
  }

  private long afterAShortLife() {
    return backoff.afterLifeOf(Duration.ofSeconds(3)).toSeconds();
  }
}

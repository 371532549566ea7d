package io.vigil.deploy.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WakeupTest {
  private final Wakeup wakeup = new Wakeup();

  @Test
  void cutsAWaitShort() throws InterruptedException {
    wakeup.call();
    wakeup.call();

    assertThat(wakeup.within(Duration.ofDays(1))).isTrue();
  }

  @Test
  void isOverWhenNobodyCalls() throws InterruptedException {
    wakeup.call();
    wakeup.within(Duration.ofDays(1));

    assertThat(wakeup.within(Duration.ofMillis(1))).isFalse();
  }
}

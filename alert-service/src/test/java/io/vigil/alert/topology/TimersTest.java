package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimersTest {
  private final Timers timers = new Timers();

  @Test
  void tellWhoIsDueFirst() {
    timers.set("p-2", 20);
    timers.set("p-1", 10);
    timers.set("p-3", 10);

    assertThat(timers.dueBy(9)).isNull();
    assertThat(timers.dueBy(10)).isEqualTo("p-1");
    timers.forget("p-1");
    assertThat(timers.dueBy(100)).isEqualTo("p-3");
  }

  @Test
  void keepTheNewestTimeOfEach() {
    timers.set("p-1", 10);
    timers.set("p-1", 30);
    timers.set("p-1", 30);

    assertThat(timers.dueBy(29)).isNull();
    assertThat(timers.dueBy(30)).isEqualTo("p-1");

    timers.set("p-1", Long.MAX_VALUE);

    assertThat(timers.dueBy(Long.MAX_VALUE)).isNull();
  }
}

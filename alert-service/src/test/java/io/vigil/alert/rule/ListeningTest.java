package io.vigil.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListeningTest {
  private final Listening listening = new Listening();

  private void heard(String instance, long from, long to) {
    for (long at = from; at <= to; at += 250) {
      listening.heard(instance, at);
    }
  }

  @Test
  void provesNoSilenceBeforeTheFirstWatermark() {
    assertThat(listening.provesSilence(0, 5_000)).isFalse();
  }

  @Test
  void provesASilenceThatTheWatermarkHasPassed() {
    heard("a", 0, 6_000);

    assertThat(listening.provesSilence(999, 5_000)).isTrue();
    assertThat(listening.provesSilence(1_000, 5_000)).isFalse();
  }

  @Test
  void provesNoSilenceFromBeforeItListened() {
    heard("a", 60_000, 65_000);

    assertThat(listening.provesSilence(0, 5_000)).isFalse();
  }

  @Test
  void followsTheLowestOfTheInstances() {
    heard("b", 0, 1_000);
    heard("a", 0, 3_500);

    assertThat(listening.provesSilence(0, 999)).isTrue();
    assertThat(listening.provesSilence(0, 1_000)).isFalse();
  }

  @Test
  void waitsForAnInstanceThatStillHasAReadingOnItsHands() {
    heard("a", 0, 3_000);
    for (long at = 3_000; at <= 30_000; at += 250) {
      listening.heard("a", at);
      listening.heard("b", 2_999);
    }

    assertThat(listening.provesSilence(0, 5_000)).isFalse();
  }

  @Test
  void goesOnWithoutAnInstanceThatIsNotHeardAnyMore() {
    heard("a", 0, 1_000);
    listening.heard("b", 1_000);
    heard("a", 1_250, 4_000);
    assertThat(listening.provesSilence(0, 1_000)).isFalse();

    heard("a", 4_250, 6_000);

    assertThat(listening.provesSilence(4_250, 1_000)).isTrue();
  }

  @Test
  void countsSilenceFromAfterAPause() {
    heard("a", 0, 1_000);
    heard("a", 10_000, 15_000);
    assertThat(listening.provesSilence(1_000, 5_000)).isFalse();

    listening.heard("a", 15_250);

    assertThat(listening.provesSilence(1_000, 5_000)).isTrue();
  }

  @Test
  void startsAnewWhenTheClockIsSetBack() {
    heard("a", 3_600_000, 3_601_000);
    heard("a", 0, 5_250);

    assertThat(listening.provesSilence(0, 5_000)).isTrue();
  }

  @Test
  void isTheSameAfterARestart() {
    heard("a", 0, 5_000);
    listening.heard("b", 4_800);
    listening.heard("a", 5_250);

    Listening read = Listening.fromBytes(listening.toBytes());

    assertThat(read.toBytes()).isEqualTo(listening.toBytes());
    assertThat(read.provesSilence(0, 4_999)).isTrue();
    assertThat(read.provesSilence(0, 5_000)).isFalse();
  }
}

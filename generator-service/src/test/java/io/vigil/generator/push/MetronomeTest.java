package io.vigil.generator.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetronomeTest {
  private static final Instant START = Instant.ofEpochMilli(1_800_000_000_123L);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20, 999, 1_000, 1_001, 50_000})
  void givesEachDeviceOneBeatASecondWhenItIsDue(int devices) {
    Metronome metronome = new Metronome(devices, START);
    int[] beats = new int[devices];

    for (int ms = 1; ms <= 2_000; ms++) {
      Instant now = START.plusMillis(ms);
      metronome.playUntil(
          now,
          beat -> {
            beats[metronome.deviceOf(beat)]++;
            assertThat(metronome.timeMsOf(beat)).isEqualTo(now.toEpochMilli());
          });
    }

    assertThat(beats).containsOnly(2);
  }

  @Test
  void catchesUpAfterAShortHalt() {
    Metronome metronome = new Metronome(1, START);

    assertThat(times(metronome, START.plusSeconds(4))).hasSize(4);
  }

  @Test
  void goesOnWithThePresentAfterALongHalt() {
    Metronome metronome = new Metronome(1, START);

    assertThat(times(metronome, START.plusSeconds(60))).containsExactly(1_800_000_060_000L);
    assertThat(times(metronome, START.plusSeconds(61))).containsExactly(1_800_000_061_000L);
  }

  @Test
  void goesOnWithThePresentWhenTheClockIsPutBack() {
    Metronome metronome = new Metronome(1, START);

    assertThat(times(metronome, START.minusSeconds(60))).containsExactly(1_799_999_940_000L);
  }

  private static List<Long> times(Metronome metronome, Instant now) {
    List<Long> times = new ArrayList<>();
    metronome.playUntil(now, beat -> times.add(metronome.timeMsOf(beat)));
    return times;
  }
}

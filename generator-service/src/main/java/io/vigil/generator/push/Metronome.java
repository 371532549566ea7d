package io.vigil.generator.push;

import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * Gives each of n devices its beat once a second, evenly spread over the second. Beats are counted
 * since the epoch: beat {@code second × n + i} is that of device i in that second. Not for several
 * threads.
 */
final class Metronome {
  private static final int MILLIS = 1_000;
  private static final int LONGEST_LAG_SECONDS = 5;

  private final int devices;
  private long last;

  /** The first beats are those after {@code start}. */
  Metronome(int devices, Instant start) {
    this.devices = devices;
    this.last = beatAt(start);
  }

  /**
   * Plays the beats that have become due since the last call, in order. After a halt or a jump of
   * the clock by more than five seconds it goes on with the present: a device that stood still has
   * measured nothing.
   */
  void playUntil(Instant now, LongConsumer beat) {
    long current = beatAt(now);
    if (Math.abs(current - last) > (long) LONGEST_LAG_SECONDS * devices) {
      last = current - 1;
    }
    while (last < current) {
      last++;
      beat.accept(last);
    }
  }

  int deviceOf(long beat) {
    return Math.toIntExact(Math.floorMod(beat, (long) devices));
  }

  /** When a beat is due, in epoch milliseconds. */
  long timeMsOf(long beat) {
    return Math.floorDiv(beat, (long) devices) * MILLIS + deviceOf(beat) * (long) MILLIS / devices;
  }

  /** The newest beat that is due: the inverse of {@link #timeMsOf}. */
  private long beatAt(Instant now) {
    long inSecond = Math.floorMod(now.toEpochMilli(), (long) MILLIS);
    long device = Math.min(devices - 1, ((inSecond + 1) * devices - 1) / MILLIS);
    return now.getEpochSecond() * devices + device;
  }
}

package io.vigil.generator.scenario;

import io.vigil.generator.signal.HeartRate;
import java.time.Duration;
import java.time.Instant;

/** What a scenario does to a patient's readings, each a little of this. Pure; for any thread. */
public interface Effect {
  /** Nothing happens. */
  Effect NONE = new Effect() {};

  /** Whether the device is silent: neither measures nor pushes. */
  default boolean silences() {
    return false;
  }

  /** Whether there is anything to measure in this epoch second. */
  default boolean measures(long second) {
    return true;
  }

  /** What the monitor shows in this epoch second, in hundredths of a beat a minute. */
  default int shown(HeartRate heart, long second) {
    return heart.hundredthsAt(second);
  }

  /** By how much the device's clock is ahead. */
  default long clockOffsetMs() {
    return 0;
  }

  /** For how long a reading that is measured at this time is not sent. */
  default Duration holdsBack(Instant time) {
    return Duration.ZERO;
  }

  /** How often each reading is sent once more after it was acknowledged. */
  default int copies() {
    return 0;
  }
}

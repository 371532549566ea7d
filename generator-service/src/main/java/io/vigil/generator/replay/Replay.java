package io.vigil.generator.replay;

import io.vigil.generator.ward.Device;
import java.time.Instant;
import java.util.List;

/**
 * Recordings that are played from a moment on. Immutable.
 *
 * @param parts one for each patient
 * @param endsAt when the last reading is due
 */
public record Replay(String id, List<Part> parts, Instant startedAt, Instant endsAt) {
  public Replay {
    parts = List.copyOf(parts);
  }

  int readings() {
    return parts.stream().mapToInt(part -> part.recording().size()).sum();
  }

  /** Whether all its readings were due before this time. */
  boolean isOverAt(Instant now) {
    return now.isAfter(endsAt);
  }

  /**
   * One patient's recording at a device of their own.
   *
   * @param offsetMs from the recording's time to that of the replay
   */
  public record Part(Recording recording, Device device, long offsetMs) {
    /** When a reading is due, in epoch milliseconds. */
    public long timeMsAt(int index) {
      return recording.timeMsAt(index) + offsetMs;
    }
  }
}

package io.vigil.generator.push;

import io.vigil.generator.replay.Replay;
import java.time.Instant;

/** A patient of a replay at their device. Not for several threads. */
final class Recital {
  private final Replay.Part part;
  private final Station station;
  private final Instant startedAt;
  private int next;

  Recital(Replay.Part part, Station station, Instant startedAt) {
    this.part = part;
    this.station = station;
    this.startedAt = startedAt;
  }

  Station station() {
    return station;
  }

  /** Leaves out what was due until then: the device stood still. */
  void skipUntil(Instant time) {
    while (hasMore() && part.timeMsAt(next) <= time.toEpochMilli()) {
      next++;
    }
  }

  /**
   * Takes what is due, from before the replay as much as there is room for.
   *
   * @return whether there was anything
   */
  boolean playUntil(Instant now, Books books) {
    int first = next;
    while (hasMore() && part.timeMsAt(next) <= now.toEpochMilli()) {
      boolean isPast = part.timeMsAt(next) < startedAt.toEpochMilli();
      if (isPast && station.hands().isFull()) {
        break;
      }
      station.record(
          part.recording().patient(),
          part.timeMsAt(next),
          part.recording().hundredthsAt(next),
          books);
      next++;
    }
    return next > first;
  }

  void stop() {
    next = part.recording().size();
  }

  boolean hasMore() {
    return next < part.recording().size();
  }

  /** Whether it has neither to measure nor to send anything any more. */
  boolean isDone() {
    return !hasMore() && station.hands().size() == 0;
  }
}

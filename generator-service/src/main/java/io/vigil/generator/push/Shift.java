package io.vigil.generator.push;

import java.time.Instant;
import java.util.List;

/** The devices' work from one moment on: at each beat, one of them measures and pushes. */
final class Shift {
  private final List<Station> stations;
  private final Metronome metronome;
  private final PushCounters counters;
  private final Sender sender;

  Shift(List<Station> stations, Instant start, PushCounters counters, Sender sender) {
    this.stations = List.copyOf(stations);
    this.metronome = new Metronome(stations.size(), start);
    this.counters = counters;
    this.sender = sender;
  }

  /** Does what has become due since the last call. */
  void workUntil(Instant now) {
    metronome.playUntil(now, this::beat);
  }

  private void beat(long beat) {
    Station station = stations.get(metronome.deviceOf(beat));
    long timeMs = metronome.timeMsOf(beat);
    if (station.isAtWork(Instant.ofEpochMilli(timeMs))) {
      measure(station, timeMs);
      sender.offer(station);
    }
  }

  private void measure(Station station, long timeMs) {
    counters.measured();
    int hundredths = station.hundredthsAt(Math.floorDiv(timeMs, 1_000L));
    if (!station.device().measure(timeMs, hundredths)) {
      counters.refused(1, "backlog_full");
    }
  }
}

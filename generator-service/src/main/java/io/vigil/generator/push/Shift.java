package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The devices' work from one moment on: at each beat one of them measures; what was measured is
 * kept on disk before any of it is pushed.
 */
final class Shift {
  private final List<Station> stations;
  private final List<Station> leftOver;
  private final Metronome metronome;
  private final Recitals recitals;
  private final Books books;
  private final Sender sender;
  private final List<Station> due = new ArrayList<>();
  private long lastSecond;

  /**
   * @param stations those that measure
   * @param leftOver those that only have to get rid of what an earlier run left
   */
  Shift(
      List<Station> stations,
      List<Station> leftOver,
      Recitals recitals,
      Instant start,
      Books books,
      Sender sender) {
    this.stations = List.copyOf(stations);
    this.leftOver = List.copyOf(leftOver);
    this.recitals = recitals;
    this.metronome = new Metronome(Math.max(1, stations.size()), start);
    this.books = books;
    this.sender = sender;
  }

  /** Does what has become due since the last call. */
  void workUntil(Instant now) {
    if (!stations.isEmpty()) {
      metronome.playUntil(now, this::beat);
    }
    due.addAll(recitals.playUntil(now));
    if (now.getEpochSecond() != lastSecond) {
      lastSecond = now.getEpochSecond();
      due.addAll(leftOver);
    }
    books.flush();
    due.forEach(sender::offer);
    due.clear();
    books.tidy(this::undecided);
  }

  private void beat(long beat) {
    Station station = stations.get(metronome.deviceOf(beat));
    long timeMs = metronome.timeMsOf(beat);
    if (station.isAtWork(Instant.ofEpochMilli(timeMs))) {
      station.measure(timeMs, books);
      due.add(station);
    }
  }

  private Stream<Reading> undecided() {
    return Stream.of(stations.stream(), leftOver.stream(), recitals.stations())
        .flatMap(all -> all)
        .flatMap(Station::undecided);
  }
}

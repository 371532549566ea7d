package io.vigil.generator.push;

import io.vigil.generator.replay.Replay;
import io.vigil.generator.replay.Replays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The devices of patients whose hearts are recordings. Not for several threads. */
@Component
class Recitals {
  private static final Duration LONGEST_LAG = Duration.ofSeconds(5);

  private final Replays replays;
  private final Stations stations;
  private final Books books;
  private final Map<String, List<Recital>> byReplay = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();
  private Instant lastPlayed = Instant.MAX;

  Recitals(Replays replays, Stations stations, Books books) {
    this.replays = replays;
    this.stations = stations;
    this.books = books;
  }

  /**
   * Takes what has become due since the last call. After a halt it goes on with the present.
   *
   * @return the stations that may have something to send
   */
  List<Station> playUntil(Instant now) {
    List<Replay> known = replays.known();
    if (byReplay.isEmpty() && known.isEmpty()) {
      lastPlayed = now;
      return List.of();
    }
    if (now.isAfter(later(lastPlayed, LONGEST_LAG))) {
      all().forEach(recital -> recital.skipUntil(now));
    }
    boolean isNewSecond = now.getEpochSecond() != lastPlayed.getEpochSecond();
    lastPlayed = now;
    begin(known);
    end(known);
    return play(now, isNewSecond);
  }

  /** All that have something to do. */
  Stream<Station> stations() {
    return all().map(Recital::station);
  }

  private List<Station> play(Instant now, boolean offerAll) {
    List<Station> due = new ArrayList<>();
    all()
        .forEach(
            recital -> {
              if (recital.playUntil(now, books) || offerAll) {
                due.add(recital.station());
              }
            });
    return due;
  }

  private void begin(List<Replay> known) {
    for (Replay replay : known) {
      if (begun.add(replay.id())) {
        byReplay.put(
            replay.id(),
            replay.parts().stream().map(part -> recital(part, replay.startedAt())).toList());
      }
    }
  }

  private void end(List<Replay> known) {
    Set<String> playing = known.stream().map(Replay::id).collect(Collectors.toSet());
    byReplay.forEach(
        (replay, recitals) -> {
          if (!playing.contains(replay)) {
            recitals.forEach(Recital::stop);
          }
        });
    begun.retainAll(playing);
    byReplay.values().removeIf(recitals -> recitals.stream().allMatch(Recital::isDone));
  }

  private Recital recital(Replay.Part part, Instant startedAt) {
    return new Recital(part, stations.ofReplay(part.device(), startedAt), startedAt);
  }

  private Stream<Recital> all() {
    return byReplay.values().stream().flatMap(List::stream);
  }

  private static Instant later(Instant time, Duration by) {
    return time.equals(Instant.MAX) ? time : time.plus(by);
  }
}

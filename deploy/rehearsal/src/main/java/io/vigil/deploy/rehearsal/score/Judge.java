package io.vigil.deploy.rehearsal.score;

import io.vigil.deploy.rehearsal.scenario.Expected;
import io.vigil.deploy.rehearsal.score.Score.Fault;
import io.vigil.deploy.rehearsal.score.Score.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was heard with what had to come. */
public final class Judge {
  private final long allowanceMs;

  /**
   * @param allowanceMs how long after it is due an alarm may come
   */
  public Judge(long allowanceMs) {
    this.allowanceMs = allowanceMs;
  }

  /** An episode of a bed, from its events. */
  private record Episode(Heard raised, boolean isResolved) {}

  public Score judge(List<Played> beds, List<Heard> heard) {
    Map<String, List<Heard>> byPatient =
        heard.stream().collect(Collectors.groupingBy(Heard::about));
    Score score = Score.none();
    for (Played bed : beds) {
      score = score.plus(judge(bed, byPatient.getOrDefault(bed.patient(), List.of())));
    }
    return score;
  }

  private Score judge(Played bed, List<Heard> heard) {
    List<Fault> faults = new ArrayList<>(repeated(bed, heard));
    List<Episode> episodes = episodes(heard);
    List<Long> delays = new ArrayList<>();
    for (Expected expected : bed.bed().expected()) {
      Optional<Episode> found =
          episodes.stream().filter(episode -> fits(episode, expected, bed)).findFirst();
      found.ifPresentOrElse(
          episode -> {
            episodes.remove(episode);
            delays.add(delay(episode, expected, bed));
            faults.addAll(faultsOf(episode, expected, bed));
          },
          () -> faults.add(new Fault(Kind.MISSED, bed.patient(), expected.rule())));
    }
    for (Episode episode : episodes) {
      if (!bed.bed().tolerated().contains(episode.raised().rule())) {
        faults.add(new Fault(kindOf(episode, bed), bed.patient(), episode.raised().rule()));
      }
    }
    return new Score(bed.bed().expected().size(), delays.size(), delays, faults);
  }

  /** Each event is in the log once. */
  private static List<Fault> repeated(Played bed, List<Heard> heard) {
    Set<String> seen = new HashSet<>();
    return heard.stream()
        .filter(event -> !seen.add(event.eventId()))
        .map(event -> new Fault(Kind.DOUBLED, bed.patient(), "event " + event.eventId()))
        .toList();
  }

  private static List<Episode> episodes(List<Heard> heard) {
    Map<String, Episode> byId = new LinkedHashMap<>();
    for (Heard event : heard) {
      if (event.late()) {
        continue;
      }
      if (event.state().equals("raised")) {
        byId.putIfAbsent(event.episode(), new Episode(event, false));
      } else if (event.state().equals("resolved")) {
        byId.computeIfPresent(event.episode(), (id, known) -> new Episode(known.raised(), true));
      }
    }
    return new ArrayList<>(byId.values());
  }

  private static boolean fits(Episode episode, Expected expected, Played bed) {
    return episode.raised().rule().equals(expected.rule())
        && (expected.onset() == Expected.ANY
            || episode.raised().onsetMs() == bed.startMs() + expected.onset() * 1_000L);
  }

  /** Another episode of what had to come once was told twice; any other is false. */
  private static Kind kindOf(Episode episode, Played bed) {
    boolean wasExpected =
        bed.bed().expected().stream()
            .anyMatch(expected -> expected.rule().equals(episode.raised().rule()));
    return wasExpected ? Kind.DOUBLED : Kind.FALSE;
  }

  private static long delay(Episode episode, Expected expected, Played bed) {
    Long decided = bed.acknowledgedMs().get(expected.decidedBy());
    long due = decided == null ? episode.raised().atMs() : decided + expected.afterMs();
    return Math.max(0, episode.raised().atMs() - due);
  }

  private List<Fault> faultsOf(Episode episode, Expected expected, Played bed) {
    List<Fault> faults = new ArrayList<>();
    long delay = delay(episode, expected, bed);
    if (delay > allowanceMs) {
      faults.add(new Fault(Kind.LATE, bed.patient(), expected.rule() + " after " + delay + " ms"));
    }
    if (expected.resolvedBy() != Expected.ANY && !episode.isResolved()) {
      faults.add(new Fault(Kind.MISSED, bed.patient(), "the end of " + expected.rule()));
    }
    return faults;
  }
}

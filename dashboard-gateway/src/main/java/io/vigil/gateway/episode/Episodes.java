package io.vigil.gateway.episode;

import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The episodes of all patients. Written by the thread that follows the log, read by any. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Episodes implements TailListener {
  private static final Comparator<Episode> NEWEST_FIRST =
      Comparator.comparing((Episode episode) -> episode.newest().onset()).reversed();

  private final Object heard = new Object();
  private final Map<String, PatientEpisodes> byPatient = new ConcurrentHashMap<>();
  private final Set<String> shared = ConcurrentHashMap.newKeySet();
  private final EpisodeProperties properties;
  private final InstantSource clock;

  Episodes(EpisodeProperties properties, InstantSource clock) {
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void took(Batch batch) {
    for (AlertAt at : batch.alerts()) {
      if (SharedAlerts.isShared(at.alert().patient())) {
        shared.add(at.alert().patient());
      }
      byPatient
          .computeIfAbsent(at.alert().patient(), patient -> new PatientEpisodes())
          .add(at.alert(), properties.maxOfPatient(), keptSince());
    }
    if (!batch.alerts().isEmpty()) {
      synchronized (heard) {
        heard.notifyAll();
      }
    }
  }

  /** Forgets what is too old, of patients as well of whom nothing new comes. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forgetOld() {
    byPatient.values().forEach(e -> e.forget(properties.maxOfPatient(), keptSince()));
  }

  private Instant keptSince() {
    return clock.instant().minus(properties.keptFor());
  }

  /** A patient's active episodes, the newest first. */
  public List<Episode> active(String patient) {
    PatientEpisodes episodes = byPatient.get(patient);
    return episodes == null ? List.of() : sorted(episodes.active());
  }

  /** Active episodes about no single patient, as whoever sees these may know them. */
  List<Episode> activeShared(Predicate<String> sees) {
    return sorted(
        shared.stream()
            .flatMap(about -> active(about).stream())
            .flatMap(episode -> SharedAlerts.seenBy(sees, episode).stream())
            .toList());
  }

  /** The revision in force of each active episode about no single patient, the newest first. */
  public List<Alert> activeSharedAlerts(Predicate<String> sees) {
    return activeShared(sees).stream().map(Episode::newest).toList();
  }

  /** The episode about no single patient with this id, if it concerns whoever sees these. */
  Optional<Episode> findShared(String id, Predicate<String> sees) {
    return shared.stream()
        .flatMap(about -> find(about, id).stream())
        .filter(episode -> SharedAlerts.seenBy(sees, episode).isPresent())
        .findFirst();
  }

  /** The revision in force of each of a patient's active episodes, the newest first. */
  public List<Alert> activeAlerts(String patient) {
    return active(patient).stream().map(Episode::newest).toList();
  }

  /** A patient's episodes of which any lies between these times, the newest first. */
  List<Episode> between(String patient, Instant from, Instant to) {
    PatientEpisodes episodes = byPatient.get(patient);
    return episodes == null ? List.of() : sorted(episodes.between(from, to));
  }

  /** The episode of this patient with this id, whether it is active or over. */
  Optional<Episode> find(String patient, String id) {
    return Optional.ofNullable(byPatient.get(patient)).flatMap(e -> e.findById(id));
  }

  /**
   * Waits until this episode does not call for somebody any more, at most for this long; empty if
   * it still does.
   */
  Optional<Episode> await(Episode episode, Duration atMost) throws InterruptedException {
    String patient = episode.newest().patient();
    String id = episode.newest().id();
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (heard) {
      while (true) {
        Optional<Episode> now = find(patient, id).filter(e -> !e.callsForSomebody());
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (now.isPresent() || leftMs <= 0) {
          return now;
        }
        heard.wait(leftMs);
      }
    }
  }

  static List<Episode> sorted(List<Episode> episodes) {
    return episodes.stream().sorted(NEWEST_FIRST).toList();
  }
}

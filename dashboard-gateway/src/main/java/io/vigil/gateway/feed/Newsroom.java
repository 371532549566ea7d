package io.vigil.gateway.feed;

import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.registry.Grant;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryListener;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The news of all patients, gathered from the log and from the registry, so many of each. What
 * comes twice is there once. Safe for threads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Newsroom implements TailListener, RegistryListener {
  static final int KEPT_OF_PATIENT = 500;
  private static final Duration GLASS_LASTS = Duration.ofHours(1);
  private final Map<String, ConcurrentNavigableMap<NewsCursor, News>> byPatient =
      new ConcurrentHashMap<>();
  private final Registry registry;

  Newsroom(Registry registry) {
    this.registry = registry;
  }

  @Override
  public void took(Batch batch) {
    batch.alerts().forEach(at -> add(News.of(at.alert())));
    batch.commands().forEach(command -> News.of(command).ifPresent(this::add));
  }

  /** A grant with a reason is one by breaking the glass. */
  @Override
  public void changed(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length == 3 && parts[0].equals("grant")) {
      registry.grant(parts[1], parts[2]).ifPresent(this::addGlass);
    }
  }

  private void addGlass(Grant grant) {
    if (grant.reason() != null && grant.until() != null) {
      add(News.ofGlass(grant, grant.until().minus(GLASS_LASTS)));
    }
  }

  private void add(News news) {
    var ofPatient =
        byPatient.computeIfAbsent(news.patient(), patient -> new ConcurrentSkipListMap<>());
    ofPatient.put(news.cursor(), news);
    while (ofPatient.size() > KEPT_OF_PATIENT) {
      ofPatient.pollFirstEntry();
    }
  }

  /**
   * The news of these patients, the newest first.
   *
   * @param after the last that was told, or null to begin with the newest
   */
  List<News> of(Collection<String> patients, @Nullable NewsCursor after, int atMost) {
    return patients.stream()
        .flatMap(patient -> older(patient, after).values().stream().limit(atMost))
        .sorted((one, other) -> other.cursor().compareTo(one.cursor()))
        .limit(atMost)
        .toList();
  }

  private NavigableMap<NewsCursor, News> older(String patient, @Nullable NewsCursor after) {
    var ofPatient = byPatient.getOrDefault(patient, new ConcurrentSkipListMap<>());
    return (after == null ? ofPatient : ofPatient.headMap(after, false)).descendingMap();
  }
}

package io.vigil.gateway.episode;

import io.vigil.schema.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One patient's episodes, in the order in which they were told first. Safe for threads. */
final class PatientEpisodes {
  private final Map<String, Episode> active = new LinkedHashMap<>();
  private final Map<String, Episode> over = new LinkedHashMap<>();

  synchronized void add(Alert alert, int maxOver, Instant keptSince) {
    Episode before = find(alert.id());
    if (before == null && alert.revision() > 1 && alert.time().isBefore(keptSince)) {
      return; // a late word on an episode that was over and forgotten
    }
    Episode after = before == null ? Episode.of(alert) : before.with(alert);
    if (after.isActive()) {
      over.remove(alert.id());
      active.put(alert.id(), after);
    } else {
      active.remove(alert.id());
      over.put(alert.id(), after);
      forget(maxOver, keptSince);
    }
  }

  synchronized Optional<Episode> findById(String id) {
    return Optional.ofNullable(find(id));
  }

  private @Nullable Episode find(String id) {
    Episode found = active.get(id);
    return found == null ? over.get(id) : found;
  }

  /** Forgets what is over, too old or too much; active episodes stay. */
  synchronized void forget(int maxOver, Instant keptSince) {
    Iterator<Episode> oldest = over.values().iterator();
    while (oldest.hasNext()) {
      Episode episode = oldest.next();
      if (over.size() > maxOver || episode.newest().time().isBefore(keptSince)) {
        oldest.remove();
      } else {
        break;
      }
    }
  }

  synchronized List<Episode> active() {
    return List.copyOf(active.values());
  }

  synchronized List<Episode> between(Instant from, Instant to) {
    List<Episode> found = new ArrayList<>();
    over.values().stream().filter(e -> e.overlaps(from, to)).forEach(found::add);
    active.values().stream().filter(e -> e.overlaps(from, to)).forEach(found::add);
    return found;
  }
}

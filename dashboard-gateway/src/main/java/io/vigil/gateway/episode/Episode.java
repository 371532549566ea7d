package io.vigil.gateway.episode;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One alert from raised to resolved.
 *
 * @param newest the revision in force
 * @param revisions all that were told, the oldest first; never empty
 */
public record Episode(@JsonUnwrapped Alert newest, List<Alert> revisions) {
  public Episode {
    revisions = List.copyOf(revisions);
  }

  static Episode of(Alert first) {
    return new Episode(first, List.of(first));
  }

  /** This episode with one more revision; one that was told before changes nothing. */
  Episode with(Alert revision) {
    if (revision.revision() <= newest.revision()) {
      return this;
    }
    List<Alert> more = new ArrayList<>(revisions);
    more.add(revision);
    return new Episode(revision, more);
  }

  /** Whether the condition lasts, or is shown until somebody acknowledges it. */
  @JsonIgnore
  public boolean isActive() {
    return newest.latched()
        || revisions.stream().noneMatch(alert -> alert.state() == AlertState.RESOLVED);
  }

  /** Whether it is shown as an alarm and nobody has taken it. */
  boolean callsForSomebody() {
    return isActive() && newest.state() != AlertState.ACKNOWLEDGED;
  }

  /** Whether any of it lies between these times, the second not included. */
  boolean overlaps(Instant from, Instant to) {
    return newest.onset().isBefore(to) && (isActive() || !newest.time().isBefore(from));
  }
}

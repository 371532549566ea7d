package io.vigil.alert.rule;

import io.vigil.schema.alert.AlertPriority;
import org.jspecify.annotations.Nullable;

/**
 * An alarm from raised to resolved; an extreme one until it is acknowledged as well.
 *
 * @param onsetMs when its condition began; with patient, vital and rule it makes the id
 * @param finding what raised it
 * @param revision of the newest event that told of it; 0 where a pause holds back the first
 * @param announcedAtMs when it was told last that it is raised, in the time of the log
 * @param circle who is called: 1 before it is escalated
 * @param acknowledgement who has taken it, or null
 */
record Episode(
    AlertPriority priority,
    long onsetMs,
    Finding finding,
    int revision,
    long announcedAtMs,
    int circle,
    @Nullable Acknowledgement acknowledgement) {

  /** One that nobody was told of yet. */
  static Episode untold(AlertPriority priority, long onsetMs, Finding finding) {
    return new Episode(priority, onsetMs, finding, 0, Times.NONE, 1, null);
  }

  boolean isTold() {
    return revision > 0;
  }

  boolean isAcknowledged() {
    return acknowledgement != null;
  }

  /** After one more event. */
  Episode next() {
    return new Episode(
        priority, onsetMs, finding, revision + 1, announcedAtMs, circle, acknowledgement);
  }

  /** Raised for all to hear, at this time: nobody has taken it. */
  Episode announced(long atMs) {
    return new Episode(priority, onsetMs, finding, revision + 1, atMs, 1, null);
  }

  Episode escalated() {
    return new Episode(
        priority, onsetMs, finding, revision + 1, announcedAtMs, circle + 1, acknowledgement);
  }

  Episode acknowledged(Acknowledgement taken) {
    return new Episode(priority, onsetMs, finding, revision + 1, announcedAtMs, circle, taken);
  }
}

package io.vigil.deploy.rehearsal.score;

import java.util.Set;

/**
 * One alarm event, as it was heard.
 *
 * @param eventId of the event, unique to it
 * @param episode the episode's id
 * @param patients whom it is about: one, or the members of a group
 * @param rule its code
 * @param state {@code raised}, {@code resolved} and so on
 * @param onsetMs when the condition began, by the event
 * @param late whether it tells of the past
 * @param atMs when it was heard, by this machine's clock
 */
public record Heard(
    String eventId,
    String episode,
    Set<String> patients,
    String rule,
    String state,
    long onsetMs,
    boolean late,
    long atMs) {
  public Heard {
    patients = Set.copyOf(patients);
  }
}

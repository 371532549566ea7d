package io.vigil.deploy.rehearsal.score;

/**
 * One alarm event, as it was heard.
 *
 * @param eventId of the event, unique to it
 * @param episode the episode's id
 * @param about the patient's id, or a group that fell silent as a whole
 * @param rule its code
 * @param state {@code raised}, {@code resolved} and so on
 * @param onsetMs when the condition began, by the event
 * @param late whether it tells of the past
 * @param atMs when it was heard, by this machine's clock
 */
public record Heard(
    String eventId,
    String episode,
    String about,
    String rule,
    String state,
    long onsetMs,
    boolean late,
    long atMs) {}

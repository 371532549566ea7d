package io.vigil.schema.alert;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an episode: the {@code data} of an alarm event.
 *
 * @param id of the episode; see {@link AlertId}
 * @param patient the patient's id
 * @param vital the vital's code, or null where the alert is not about one
 * @param rule the condition
 * @param category follows from the rule
 * @param priority how soon somebody has to come
 * @param state where the episode is in its life
 * @param onset when the condition began: event time for values, ingest time for silence
 * @param time when this state was reached, in the same time as the onset
 * @param value the value that decided, in the vital's unit, or null where there is none
 * @param limit the limit that was passed: the vital's unit for values, seconds for silence
 * @param text what people read, for example {@code HR 134 > 120}
 * @param late told of the past: the readings came too late to raise an alarm of the present
 * @param revision counts up from 1 within the episode
 * @param latched shown although it is over, until somebody acknowledges it
 * @param by who acknowledged, or null
 * @param note what they noted, or null
 */
public record Alert(
    String id,
    String patient,
    @Nullable String vital,
    AlertRule rule,
    AlertCategory category,
    AlertPriority priority,
    AlertState state,
    Instant onset,
    Instant time,
    @Nullable BigDecimal value,
    @Nullable BigDecimal limit,
    String text,
    boolean late,
    int revision,
    boolean latched,
    @Nullable String by,
    @Nullable String note) {}

package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an episode: the {@code data} of an alarm event.
 *
 * @param id of the episode; see {@link AlertId}
 * @param patient the patient's id; {@code vigil} where it is about Vigil itself, the group where it
 *     is about one
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
 * @param circle who is called since it was escalated: 2 for those who come after the first, and so
 *     on; null before that, and left out then
 * @param source whose silence it is: {@code device}, {@code gateway}, {@code ward} or {@code
 *     pipeline}; null, and left out, where the alert is about no silence
 * @param group what fell silent as a whole, for example {@code device/gateway-3}; null, and left
 *     out, where the alert stands alone
 * @param members the patients of the group that this alert is about; null, and left out, where it
 *     is about one patient
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
    @Nullable String note,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer circle,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String source,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> members) {
  public Alert {
    members = members == null ? null : List.copyOf(members);
  }

  /** The same, about these patients. */
  public Alert of(List<String> patients) {
    return new Alert(
        id, patient, vital, rule, category, priority, state, onset, time, value, limit, text, late,
        revision, latched, by, note, circle, source, group, patients);
  }

  /** An alert that stands alone and was not escalated. */
  public Alert(
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
      @Nullable String note) {
    this(
        id, patient, vital, rule, category, priority, state, onset, time, value, limit, text, late,
        revision, latched, by, note, null, null, null, null);
  }
}

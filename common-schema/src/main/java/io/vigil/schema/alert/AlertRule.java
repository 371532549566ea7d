package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The condition that raised an alert. */
public enum AlertRule {
  /** Above the upper limit for its hold time. */
  @JsonProperty("high")
  HIGH(AlertCategory.PHYSIOLOGICAL),
  /** Below the lower limit for its hold time. */
  @JsonProperty("low")
  LOW(AlertCategory.PHYSIOLOGICAL),
  /** Far above, with a short hold time. */
  @JsonProperty("extreme_high")
  EXTREME_HIGH(AlertCategory.PHYSIOLOGICAL),
  /** Far below, with a short hold time. */
  @JsonProperty("extreme_low")
  EXTREME_LOW(AlertCategory.PHYSIOLOGICAL),
  /** A patient who was heard is silent. */
  @JsonProperty("gap")
  GAP(AlertCategory.TECHNICAL),
  /** A patient was admitted with a device and was never heard. */
  @JsonProperty("never_started")
  NEVER_STARTED(AlertCategory.TECHNICAL),
  /** Too much of what was expected does not arrive. */
  @JsonProperty("reception")
  RECEPTION(AlertCategory.TECHNICAL),
  /** Hot window and history did not agree. */
  @JsonProperty("storage")
  STORAGE(AlertCategory.TECHNICAL),
  /** Vigil itself is silent. */
  @JsonProperty("pipeline")
  PIPELINE(AlertCategory.TECHNICAL);

  private final AlertCategory category;

  AlertRule(AlertCategory category) {
    this.category = category;
  }

  /** Whether it is about the patient or the equipment. */
  public AlertCategory category() {
    return category;
  }

  /** The name in events and APIs, for example {@code extreme_high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

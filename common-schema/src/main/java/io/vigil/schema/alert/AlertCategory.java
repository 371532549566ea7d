package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an alarm is about. */
public enum AlertCategory {
  /** The patient. */
  @JsonProperty("physiological")
  PHYSIOLOGICAL,
  /** The equipment, or Vigil itself. */
  @JsonProperty("technical")
  TECHNICAL;

  /** The name in events and APIs, for example {@code technical}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

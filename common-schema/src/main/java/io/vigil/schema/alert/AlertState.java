package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an episode is in its life. */
public enum AlertState {
  /** The condition has held for its time. */
  @JsonProperty("raised")
  RAISED,
  /** Nobody acknowledged it within its time. */
  @JsonProperty("escalated")
  ESCALATED,
  /** Somebody has taken it. */
  @JsonProperty("acknowledged")
  ACKNOWLEDGED,
  /** The condition is over; the last state of an episode. */
  @JsonProperty("resolved")
  RESOLVED;

  /** The name in events and APIs, for example {@code resolved}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

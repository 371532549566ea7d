package io.vigil.schema.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How soon somebody has to come, in the terms of IEC 60601-1-8. */
public enum AlertPriority {
  @JsonProperty("high")
  HIGH,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("low")
  LOW;

  /** The name in events and APIs, for example {@code low}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.vigil.gateway.history;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an answer comes from. */
enum Source {
  /** All of it from the hot window. */
  @JsonProperty("hot")
  HOT,
  /** All of it from the history. */
  @JsonProperty("cold")
  COLD,
  /** Both had readings, or neither. */
  @JsonProperty("both")
  BOTH;

  static Source of(boolean hot, boolean cold) {
    return hot == cold ? BOTH : hot ? HOT : COLD;
  }
}

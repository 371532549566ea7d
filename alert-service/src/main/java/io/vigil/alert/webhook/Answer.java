package io.vigil.alert.webhook;

/** What became of one attempt. */
sealed interface Answer {
  /** The target has it: a status of 2xx. */
  record Taken() implements Answer {}

  /**
   * The target answered otherwise.
   *
   * @param status redirects included, which are not followed
   */
  record Refused(int status) implements Answer {}

  /**
   * There was no answer.
   *
   * @param reason a code: {@code forbidden_address}, {@code unknown_host}, {@code unreachable},
   *     {@code timeout}
   */
  record Unanswered(String reason) implements Answer {}

  default boolean isTaken() {
    return this instanceof Taken;
  }

  /** Whether it says that the target is not there, rather than something of this event. */
  default boolean isTargetAway() {
    if (this instanceof Refused refused) {
      return switch (refused.status()) {
        case 429, 502, 503, 504 -> true;
        default -> false;
      };
    }
    return this instanceof Unanswered;
  }

  /** A word for people and metrics, for example {@code status_500}. */
  default String code() {
    if (this instanceof Refused refused) {
      return "status_" + refused.status();
    }
    return this instanceof Unanswered unanswered ? unanswered.reason() : "taken";
  }
}

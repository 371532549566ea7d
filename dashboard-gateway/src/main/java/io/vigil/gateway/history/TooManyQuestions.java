package io.vigil.gateway.history;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A person asks more at once than one person may. */
final class TooManyQuestions extends Refused {
  private static final long serialVersionUID = 1L;

  TooManyQuestions(int max) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "too_many_questions",
        "One person can ask " + max + " questions of the past at once; wait for an answer");
    limit("questions at once per person " + max);
    retryAfter(Duration.ofSeconds(1));
  }
}

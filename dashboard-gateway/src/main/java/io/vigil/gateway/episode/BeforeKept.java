package io.vigil.gateway.episode;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Episodes of so long ago are not kept here; an answer would be silently short. */
final class BeforeKept extends Refused {
  private static final long serialVersionUID = 1L;

  BeforeKept(Duration keptFor) {
    super(
        HttpStatus.BAD_REQUEST,
        "from_too_early",
        "from can be " + keptFor.toHours() + " hours ago at most");
    limit("alerts kept for " + keptFor.toHours() + " h");
  }
}

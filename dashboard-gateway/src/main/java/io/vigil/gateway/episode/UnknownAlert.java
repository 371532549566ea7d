package io.vigil.gateway.episode;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** There is no such episode for this person; whether there is one at all is not told. */
final class UnknownAlert extends Refused {
  private static final long serialVersionUID = 1L;

  UnknownAlert() {
    super(HttpStatus.NOT_FOUND, "unknown_alert", "There is no such alert");
  }
}

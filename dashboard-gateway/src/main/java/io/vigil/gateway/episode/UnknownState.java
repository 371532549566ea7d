package io.vigil.gateway.episode;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** Episodes are not listed by this state. */
final class UnknownState extends Refused {
  private static final long serialVersionUID = 1L;

  UnknownState() {
    super(HttpStatus.BAD_REQUEST, "unknown_state", "state can only be active");
  }
}

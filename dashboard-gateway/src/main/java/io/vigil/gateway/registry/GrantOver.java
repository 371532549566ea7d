package io.vigil.gateway.registry;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** A grant that would be over before it begins. */
final class GrantOver extends Refused {
  private static final long serialVersionUID = 1L;

  GrantOver() {
    super(HttpStatus.UNPROCESSABLE_CONTENT, "until_is_past", "until has to be in the future");
  }
}

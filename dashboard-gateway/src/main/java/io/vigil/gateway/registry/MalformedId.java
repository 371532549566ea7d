package io.vigil.gateway.registry;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** This cannot be an id. */
final class MalformedId extends Refused {
  private static final long serialVersionUID = 1L;

  MalformedId(String kind) {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "malformed_id",
        "The id of a "
            + kind
            + " has 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or a digit");
  }
}

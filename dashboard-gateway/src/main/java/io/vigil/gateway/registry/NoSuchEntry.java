package io.vigil.gateway.registry;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** The registry has no such patient, device or grant. */
final class NoSuchEntry extends Refused {
  private static final long serialVersionUID = 1L;

  NoSuchEntry(String kind) {
    super(HttpStatus.NOT_FOUND, "unknown_" + kind, "There is no such " + kind);
  }
}

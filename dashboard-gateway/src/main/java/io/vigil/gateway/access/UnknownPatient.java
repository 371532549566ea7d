package io.vigil.gateway.access;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** There is no such patient for this person; whether there is one at all is not told. */
public final class UnknownPatient extends Refused {
  private static final long serialVersionUID = 1L;

  /** The code, the same on every way. */
  public static final String CODE = "unknown_patient";

  public UnknownPatient() {
    super(HttpStatus.NOT_FOUND, CODE, "There is no such patient");
  }
}

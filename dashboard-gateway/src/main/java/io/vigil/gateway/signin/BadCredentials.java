package io.vigil.gateway.signin;

import io.vigil.gateway.problem.Refused;
import org.springframework.http.HttpStatus;

/** No user has this name and password. */
final class BadCredentials extends Refused {
  private static final long serialVersionUID = 1L;

  BadCredentials() {
    super(HttpStatus.UNAUTHORIZED, "bad_credentials", "No user has this name and password");
  }
}

package io.vigil.gateway.signin;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** More people sign in at once than passwords can be checked. */
final class SignInBusy extends Refused {
  private static final long serialVersionUID = 1L;

  SignInBusy() {
    super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many sign-ins at once; try again");
    limit("sign-ins at once");
    retryAfter(Duration.ofSeconds(2));
  }
}

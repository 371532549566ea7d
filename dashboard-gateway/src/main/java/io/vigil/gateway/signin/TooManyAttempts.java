package io.vigil.gateway.signin;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Too many wrong passwords of one user or from one address. */
final class TooManyAttempts extends Refused {
  private static final long serialVersionUID = 1L;

  TooManyAttempts(String limit, Duration wait) {
    super(HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", "Too many wrong passwords; wait");
    limit(limit);
    retryAfter(wait);
  }
}

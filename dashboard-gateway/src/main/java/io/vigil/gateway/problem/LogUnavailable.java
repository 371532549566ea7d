package io.vigil.gateway.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The log does not take a change now; whether this one came about cannot be told. */
public final class LogUnavailable extends Refused {
  private static final long serialVersionUID = 1L;

  public LogUnavailable() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "log_unavailable",
        "The log does not take changes now; nothing is promised of this one, send it again");
    retryAfter(Duration.ofSeconds(5));
  }
}

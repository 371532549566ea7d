package io.vigil.gateway.history;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** More questions come at once than are worked on. */
final class HistoryBusy extends Refused {
  private static final long serialVersionUID = 1L;

  HistoryBusy() {
    super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many questions at once; try again");
    limit("questions at once");
    retryAfter(Duration.ofSeconds(1));
  }
}

package io.vigil.gateway.history;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Neither the hot window nor the history can be asked now. */
final class HistoryUnavailable extends Refused {
  private static final long serialVersionUID = 1L;

  HistoryUnavailable() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "history_unavailable",
        "Neither the hot window nor the history answers now; what is live goes on");
    retryAfter(Duration.ofSeconds(5));
  }
}

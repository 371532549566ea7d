package io.vigil.gateway.episode;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Nobody can be told now that an alarm is acknowledged. */
final class NotConfirmed extends Refused {
  private static final long serialVersionUID = 1L;

  private NotConfirmed(String code, String detail) {
    super(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    retryAfter(Duration.ofSeconds(2));
  }

  static NotConfirmed inTime() {
    return new NotConfirmed(
        "not_confirmed",
        "The log has the acknowledgement, but the alarm's own service has not confirmed it; until"
            + " then the alarm goes on. Send it again");
  }

  static NotConfirmed tooMany(int max) {
    NotConfirmed refusal =
        new NotConfirmed("busy", "Too many acknowledgements wait at once; send it again");
    refusal.limit("acknowledgements " + max);
    return refusal;
  }
}

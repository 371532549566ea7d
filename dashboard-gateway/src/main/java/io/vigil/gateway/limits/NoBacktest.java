package io.vigil.gateway.limits;

import io.vigil.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Limits that cannot be tried, or not now. */
final class NoBacktest extends Refused {
  private static final long serialVersionUID = 1L;

  private NoBacktest(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static NoBacktest hoursOutOfBounds(int max) {
    NoBacktest refusal =
        new NoBacktest(
            HttpStatus.UNPROCESSABLE_CONTENT, "hours_out_of_bounds", "hours can be 1 to " + max);
    refusal.limit("hours 1 to " + max);
    return refusal;
  }

  static NoBacktest busy(int max) {
    NoBacktest refusal =
        new NoBacktest(
            HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many back-tests at once; try again");
    refusal.limit("back-tests at once " + max);
    refusal.retryAfter(Duration.ofSeconds(2));
    return refusal;
  }

  static NoBacktest unavailable() {
    NoBacktest refusal =
        new NoBacktest(
            HttpStatus.SERVICE_UNAVAILABLE,
            "backtest_unavailable",
            "The alarm rules cannot be asked now; limits can be changed all the same");
    refusal.retryAfter(Duration.ofSeconds(5));
    return refusal;
  }
}

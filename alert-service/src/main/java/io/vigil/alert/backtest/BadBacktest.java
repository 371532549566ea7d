package io.vigil.alert.backtest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A back-test that is not run. */
final class BadBacktest extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  private BadBacktest(HttpStatus status, String code, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    getBody().setProperty("code", code);
  }

  static BadBacktest malformed() {
    return new BadBacktest(
        HttpStatus.BAD_REQUEST, "malformed_backtest", "The body is no question of ours");
  }

  static BadBacktest tooLarge(String limit) {
    BadBacktest refusal =
        new BadBacktest(
            HttpStatus.CONTENT_TOO_LARGE, "backtest_too_large", "Ask of fewer hours: " + limit);
    refusal.getBody().setProperty("limit", limit);
    return refusal;
  }

  static BadBacktest busy(int max) {
    BadBacktest refusal =
        new BadBacktest(
            HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many back-tests at once; try again");
    refusal.getBody().setProperty("limit", "back-tests at once " + max);
    refusal.getHeaders().set("Retry-After", "1");
    return refusal;
  }
}

package io.vigil.gateway.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is answered with a problem document; each subclass states one fact. */
public abstract class Refused extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  /**
   * @param code what programs tell it by
   * @param detail what people read; no vitals, no names
   */
  protected Refused(HttpStatus status, String code, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    getBody().setProperty("code", code);
  }

  /** Says when it may be worth another try. */
  protected final void retryAfter(Duration wait) {
    getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
  }

  /** Names the limit that was passed. */
  protected final void limit(String limit) {
    getBody().setProperty("limit", limit);
  }
}

package io.vigil.gateway.problem;

import org.springframework.http.HttpStatus;

/** The body is larger than any call of the API needs. */
final class BodyTooLarge extends Refused {
  private static final long serialVersionUID = 1L;

  static final int MAX_BYTES = 64 * 1024;
  static final String DETAIL = "A body may have " + MAX_BYTES + " bytes at most";

  BodyTooLarge() {
    super(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", DETAIL);
    limit("body bytes");
  }
}

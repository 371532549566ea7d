package io.vigil.gateway.signin;

/** A token that is malformed, expired, not signed by us, or of nobody we know. */
public final class BadToken extends Exception {
  private static final long serialVersionUID = 1L;

  BadToken(String message, Throwable cause) {
    super(message, cause);
  }
}

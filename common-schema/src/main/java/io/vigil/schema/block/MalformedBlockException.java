package io.vigil.schema.block;

/** These bytes are no whole block of a known version. */
public final class MalformedBlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedBlockException(String message) {
    super(message);
  }
}

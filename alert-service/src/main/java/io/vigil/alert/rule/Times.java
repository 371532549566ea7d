package io.vigil.alert.rule;

/** Times in milliseconds since the epoch, and the one that stands for none. */
public final class Times {
  /** No time; earlier than every time. */
  public static final long NONE = Long.MIN_VALUE;

  private Times() {}
}

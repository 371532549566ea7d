package io.vigil.generator.scenario;

/** The device's clock is wrong by so many seconds. */
record ClockSkew(long seconds) implements Effect {
  // Or its times would be those of readings that it sent with the right clock.
  private static final int APART_MS = 500;

  @Override
  public long clockOffsetMs() {
    return seconds * 1_000L + APART_MS;
  }
}

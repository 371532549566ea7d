package io.vigil.generator.signal;

/**
 * Where a heart is driven for a while: it ramps to the target within seconds, stays close to it and
 * falls back.
 *
 * @param target in beats a minute
 * @param fromSecond the epoch second in which it leaves its own way
 * @param untilSecond the epoch second in which it turns back
 */
public record Course(double target, long fromSecond, long untilSecond) {
  private static final int THERE_AFTER_SECONDS = 6;
  private static final int BACK_AFTER_SECONDS = 12;

  /** Whether the heart is on its own way again. */
  public boolean isOverAt(long second) {
    return second >= untilSecond + BACK_AFTER_SECONDS;
  }

  /** How far the target counts against the heart's own way, from 0 to 1. */
  double weightAt(long second) {
    double there = ramp(second - fromSecond, THERE_AFTER_SECONDS);
    double back = ramp(second - untilSecond, BACK_AFTER_SECONDS);
    return there * (1 - back);
  }

  private static double ramp(long seconds, int length) {
    return Noise.smoothStep(Math.min(1, Math.max(0, seconds / (double) length)));
  }
}

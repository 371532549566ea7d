package io.vigil.generator.signal;

import io.vigil.generator.signal.Noise.Trait;

/**
 * Ectopic beats as a monitor shows them: the average jumps by some beats a minute, stays there for
 * as long as the odd beats are in its window, and jumps back. Always shorter than an alarm's hold.
 */
final class Ectopy {
  private static final int SLOT_SECONDS = 240;

  private final Noise noise;
  private final double share;

  Ectopy(Noise noise, double share) {
    this.noise = noise;
    this.share = share;
  }

  /** By how many beats a minute the average is off. */
  double jumpAt(long second) {
    long slot = Math.floorDiv(second, (long) SLOT_SECONDS);
    if (noise.uniform(Trait.ECTOPIC_HAPPENS, slot) >= share) {
      return 0;
    }
    double start =
        slot * (double) SLOT_SECONDS
            + noise.between(0, SLOT_SECONDS - 9, Trait.ECTOPIC_START, slot);
    double since = second - start;
    double length = noise.between(3, 8.5, Trait.ECTOPIC_LENGTH, slot);
    double size = noise.between(2, 9, Trait.ECTOPIC_SIZE, slot);
    return since >= 0 && since < length ? size : 0;
  }
}

package io.vigil.generator.signal;

import io.vigil.generator.signal.Noise.Trait;

/**
 * Bouts of activity: the heart rises within half a minute when somebody sits up or walks, stays up
 * for some minutes and falls more slowly than it rose. Each time slot holds one bout at most, which
 * may last into the next slot.
 */
final class Activity {
  private static final int SLOT_SECONDS = 1_500;

  private final Noise noise;
  private final double liveliness;

  Activity(Noise noise, double liveliness) {
    this.noise = noise;
    this.liveliness = liveliness;
  }

  /** By how many beats a minute the heart is up. */
  double liftAt(long second) {
    long slot = Math.floorDiv(second, (long) SLOT_SECONDS);
    return liftOf(slot, second) + liftOf(slot - 1, second);
  }

  private double liftOf(long slot, long second) {
    if (noise.uniform(Trait.BOUT_HAPPENS, slot) >= liveliness) {
      return 0;
    }
    double start =
        slot * (double) SLOT_SECONDS + noise.between(0, SLOT_SECONDS, Trait.BOUT_START, slot);
    double since = second - start;
    if (since < 0) {
      return 0;
    }
    double length = noise.between(60, 360, Trait.BOUT_LENGTH, slot);
    double rise = noise.between(12, 30, Trait.BOUT_PACE, slot);
    double lift = noise.between(6, 22, Trait.BOUT_LIFT, slot);
    double reached = lift * (1 - Math.exp(-Math.min(since, length) / rise));
    return since <= length ? reached : reached * Math.exp((length - since) / (3 * rise));
  }
}

package io.vigil.generator.signal;

/**
 * Reproducible noise without state: the same key, trait and index give the same number, in any
 * order and on any machine.
 */
final class Noise {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final int HALF_WORD = 16;

  private final long key;

  Noise(long seed, String name) {
    long hash = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i));
    }
    this.key = hash;
  }

  /** Even over [0, 1). */
  double uniform(Trait trait, long index) {
    return (bits(trait, index) >>> 11) * UNIT;
  }

  /** Even over [low, high). */
  double between(double low, double high, Trait trait, long index) {
    return low + (high - low) * uniform(trait, index);
  }

  /**
   * Nearly normal, with mean 0 and deviation 1 and never beyond 3.47: the sum of four even numbers,
   * which one hash gives.
   */
  double normal(Trait trait, long index) {
    long bits = bits(trait, index);
    double sum = 0;
    for (int part = 0; part < 4; part++) {
      sum += (bits >>> (part * HALF_WORD) & 0xFFFF) / 65_536.0;
    }
    return (sum - 2) * Math.sqrt(3);
  }

  /** A smooth wander within [-1, 1] that takes a new direction every {@code period} seconds. */
  double wander(Trait trait, long second, int period) {
    long knot = Math.floorDiv(second, (long) period);
    double between = Math.floorMod(second, (long) period) / (double) period;
    double before = between(-1, 1, trait, knot);
    double after = between(-1, 1, trait, knot + 1);
    return before + (after - before) * smoothStep(between);
  }

  /** From 0 to 1 without a kink, for x from 0 to 1. */
  static double smoothStep(double x) {
    return x * x * (3 - 2 * x);
  }

  private long bits(Trait trait, long index) {
    return mix(key + trait.salt ^ mix(index));
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = value + GOLDEN_RATIO;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** What a number is for; each has a sequence of its own, by its name. */
  enum Trait {
    WEARS_WRIST_SENSOR,
    RESTING,
    LIVELINESS,
    DRIFT,
    BREATHING,
    BREATH_LENGTH,
    BREATH_DEPTH,
    IRREGULARITY,
    ECTOPY,
    TIDE,
    SLOW_DRIFT,
    QUICK_DRIFT,
    RIPPLE,
    BEATS,
    BOUT_HAPPENS,
    BOUT_START,
    BOUT_LENGTH,
    BOUT_LIFT,
    BOUT_PACE,
    ECTOPIC_HAPPENS,
    ECTOPIC_START,
    ECTOPIC_LENGTH,
    ECTOPIC_SIZE,
    COURSE;

    private final long salt = name().hashCode() * GOLDEN_RATIO;
  }
}

package io.vigil.generator.signal;

import io.vigil.generator.signal.Noise.Trait;

/**
 * What makes one patient's heart differ from another's, and how their monitor shows it.
 *
 * @param resting the level around which it wanders, in beats a minute
 * @param drift how far it wanders within minutes, in beats a minute
 * @param breathing how far breathing moves it after the monitor's averaging, in beats a minute
 * @param breathSeconds how long a breath takes
 * @param irregularity deviation from beat to beat, in beats a minute
 * @param averagedSeconds over how many seconds the monitor averages
 * @param liveliness the share of time slots with a bout of activity
 * @param ectopy the share of time slots with ectopic beats
 * @param wholeBeats whether the monitor shows whole beats a minute; wrist sensors show hundredths
 */
record Temperament(
    double resting,
    double drift,
    double breathing,
    double breathSeconds,
    double irregularity,
    int averagedSeconds,
    double liveliness,
    double ectopy,
    boolean wholeBeats) {
  private static final double SHARE_WITH_WRIST_SENSOR = 0.2;

  static Temperament of(Noise noise) {
    return noise.uniform(Trait.WEARS_WRIST_SENSOR, 0) < SHARE_WITH_WRIST_SENSOR
        ? upAndAbout(noise)
        : inBed(noise);
  }

  private static Temperament inBed(Noise noise) {
    double frail = Math.pow(noise.uniform(Trait.IRREGULARITY, 0), 4);
    return new Temperament(
        resting(noise),
        noise.between(1, 5, Trait.DRIFT, 0),
        0.1 + 1.2 * Math.pow(noise.uniform(Trait.BREATHING, 0), 3),
        noise.between(3.2, 5.5, Trait.BREATH_LENGTH, 0),
        0.2 + 3.2 * frail,
        8,
        noise.between(0.1, 0.5, Trait.LIVELINESS, 0),
        noise.between(0, 0.6, Trait.ECTOPY, 0),
        true);
  }

  private static Temperament upAndAbout(Noise noise) {
    return new Temperament(
        resting(noise),
        noise.between(8, 13, Trait.DRIFT, 0),
        0.05,
        noise.between(3.5, 5.5, Trait.BREATH_LENGTH, 0),
        0.3,
        10,
        noise.between(0.5, 0.9, Trait.LIVELINESS, 0),
        0.02,
        false);
  }

  /** Between 62 and 98, most of them in the middle. */
  private static double resting(Noise noise) {
    return 62 + 18 * (noise.uniform(Trait.RESTING, 0) + noise.uniform(Trait.RESTING, 1));
  }
}

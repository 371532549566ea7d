package io.vigil.generator.signal;

import io.vigil.generator.signal.Noise.Trait;

/**
 * The heart rate of one simulated patient. Immutable; may be asked for any second, by any thread.
 */
public final class HeartRate {
  private static final int DAY_SECONDS = 86_400;
  private static final int QUIETEST_SECOND = 3 * 3_600;

  private final Noise noise;
  private final Temperament temperament;
  private final Activity activity;
  private final Ectopy ectopy;

  private HeartRate(Noise noise) {
    this.noise = noise;
    this.temperament = Temperament.of(noise);
    this.activity = new Activity(noise, temperament.liveliness());
    this.ectopy = new Ectopy(noise, temperament.ectopy());
  }

  /** The heart of this patient in the world of this seed. */
  public static HeartRate of(long seed, String patient) {
    return new HeartRate(new Noise(seed, patient));
  }

  /** What the monitor shows in this epoch second, in hundredths of a beat a minute. */
  public int hundredthsAt(long second) {
    return shown(level(second) + unrest(second) + ectopy.jumpAt(second));
  }

  /** What it shows while something drives the heart. */
  public int hundredthsAt(long second, Course course) {
    double weight = course.weightAt(second);
    double own = level(second) + unrest(second) + ectopy.jumpAt(second);
    double driven =
        course.target() + 0.25 * unrest(second) + noise.wander(Trait.COURSE, second, 15);
    return shown(own + weight * (driven - own));
  }

  /** What moves over minutes and hours; always within 57 and 112. */
  private double level(long second) {
    double level = temperament.resting() + tide(second) + drift(second) + activity.liftAt(second);
    return eased(level);
  }

  /** The night's calm. */
  private double tide(long second) {
    double hour = (second - QUIETEST_SECOND) / (double) DAY_SECONDS;
    return -noise.between(1, 4, Trait.TIDE, 0) * Math.cos(2 * Math.PI * hour);
  }

  private double drift(long second) {
    return temperament.drift()
        * (0.6 * noise.wander(Trait.SLOW_DRIFT, second, 1_100)
            + 0.5 * noise.wander(Trait.QUICK_DRIFT, second, 130)
            + 0.25 * noise.wander(Trait.RIPPLE, second, 31));
  }

  /** What moves from second to second: breathing and beats, as far as the averaging leaves it. */
  private double unrest(long second) {
    double length = temperament.breathSeconds();
    double depth = 0.6 + 0.4 * noise.wander(Trait.BREATH_DEPTH, second, 45);
    double breath = temperament.breathing() * depth * Math.sin(2 * Math.PI * second / length);
    double beats = 0;
    for (int back = 0; back < temperament.averagedSeconds(); back++) {
      beats += noise.normal(Trait.BEATS, second - back);
    }
    return breath + temperament.irregularity() * beats / temperament.averagedSeconds();
  }

  /** Bends the level away from the limits before it comes near them. */
  private static double eased(double level) {
    if (level > 104) {
      return 104 + 8 * Math.tanh((level - 104) / 8);
    }
    if (level < 62) {
      return 62 - 5 * Math.tanh((62 - level) / 5);
    }
    return level;
  }

  private int shown(double beats) {
    return temperament.wholeBeats()
        ? Math.toIntExact(Math.round(beats)) * 100
        : Math.toIntExact(Math.round(beats * 100));
  }
}

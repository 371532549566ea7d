package io.vigil.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The samples of two contenders that took turns: what disturbs the machine for a while disturbs
 * both.
 */
public final class Rounds {
  private final List<Sample> ours = new ArrayList<>();
  private final List<Sample> theirs = new ArrayList<>();

  private Rounds() {}

  /** Lets both warm up, and then each in turn do so many rounds. */
  public static Rounds interleaved(int rounds, Contender ours, Contender theirs) throws Exception {
    ours.run(0);
    theirs.run(0);
    Rounds done = new Rounds();
    for (int round = 1; round <= rounds; round++) {
      done.ours.add(ours.run(round));
      done.theirs.add(theirs.run(round));
      System.out.printf(
          "round %d of %d: %s against %s a second, %s against %s a CPU-second%n",
          round,
          rounds,
          Quantity.of(done.ours.get(round - 1).perSecond()),
          Quantity.of(done.theirs.get(round - 1).perSecond()),
          Quantity.of(done.ours.get(round - 1).perCpuSecond()),
          Quantity.of(done.theirs.get(round - 1).perCpuSecond()));
    }
    return done;
  }

  /** How many rounds count. */
  public int count() {
    return ours.size();
  }

  /** The median of the rounds' ratios, ours to theirs. */
  public double ratio(ToDoubleFunction<Sample> of) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(of.applyAsDouble(ours.get(i)) / of.applyAsDouble(theirs.get(i)));
    }
    return Medians.of(ratios);
  }

  /** Our median. */
  public double ours(ToDoubleFunction<Sample> of) {
    return Medians.of(ours.stream().map(of::applyAsDouble).toList());
  }

  /** The other's median. */
  public double theirs(ToDoubleFunction<Sample> of) {
    return Medians.of(theirs.stream().map(of::applyAsDouble).toList());
  }
}

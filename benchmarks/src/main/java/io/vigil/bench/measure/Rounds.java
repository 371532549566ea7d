package io.vigil.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      done.add(ours.run(round), theirs.run(round), rounds);
    }
    return done;
  }

  /** Lets both do each round at the same time, for those whose pace is given. */
  public static Rounds together(int rounds, Contender ours, Contender theirs) throws Exception {
    Rounds done = new Rounds();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int round = 0; round <= rounds; round++) {
        int number = round;
        Future<Sample> running = other.submit(() -> theirs.run(number));
        Sample sample = ours.run(round);
        if (round > 0) {
          done.add(sample, running.get(), rounds);
        } else {
          running.get();
        }
      }
    } finally {
      other.shutdownNow();
    }
    return done;
  }

  private void add(Sample our, Sample their, int of) {
    ours.add(our);
    theirs.add(their);
    System.out.printf(
        "round %d of %d: %s against %s a second, %s against %s a CPU-second%n",
        count(),
        of,
        Quantity.of(our.perSecond()),
        Quantity.of(their.perSecond()),
        Quantity.of(our.perCpuSecond()),
        Quantity.of(their.perCpuSecond()));
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

package io.vigil.deploy.fault;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

/** How often each fault happens: once, or as often as {@code ./vigil test --faults} says. */
public final class Rounds {
  private static final String PROPERTY = "vigil.faults.rounds";
  private static final int WITHIN_MS = 3_000;

  private Rounds() {}

  /** The numbers of the rounds, for tests with a round as their parameter. */
  public static IntStream all() {
    return IntStream.rangeClosed(1, Integer.getInteger(PROPERTY, 1));
  }

  /** How long the load goes on before the fault comes; by the round, so that it can be repeated. */
  static Duration moment(int round) {
    return Duration.ofMillis(500 + new Random(round).nextInt(WITHIN_MS));
  }
}

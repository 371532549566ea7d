package io.vigil.deploy.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells what was measured, and the worst of all rounds. */
final class Report {
  private static final Map<String, Duration> WORST = new TreeMap<>();
  private static final double MILLIS = 1_000;

  private Report() {}

  /** How long something lasted that began then. */
  static void since(String what, long nanos) {
    add(what, Duration.ofNanos(System.nanoTime() - nanos));
  }

  /** How long nothing was acknowledged since then, and how slow the slowest answers were. */
  static void of(String fault, Answers answers, long sinceNanos) {
    add(fault + ": nothing acknowledged for", answers.longestSilence(sinceNanos));
    add(fault + ": slowest 503", answers.slowest(503));
    add(fault + ": slowest 429", answers.slowest(429));
    add(fault + ": slowest 202", answers.slowest(202));
    System.out.println(fault + ": " + answers);
  }

  /** How long something took. */
  static synchronized void add(String what, Duration measured) {
    WORST.merge(what, measured, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  static synchronized void tellTheWorst() {
    WORST.forEach(
        (what, worst) ->
            System.out.println(
                String.format(
                    Locale.ROOT, "fault %-60s %6.1f s", what, worst.toMillis() / MILLIS)));
  }
}

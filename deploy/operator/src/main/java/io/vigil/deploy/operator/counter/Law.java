package io.vigil.deploy.operator.counter;

import java.util.List;
import java.util.Optional;

/**
 * What has to be true of a service's counters whenever it is at rest: what went in is what came out
 * and what was refused or waits.
 *
 * @param in sum of these counters
 * @param relation between the two sums
 * @param out sum of these counters
 */
public record Law(String service, List<String> in, Relation relation, List<String> out) {
  /** Those of all services that readings pass. */
  public static final List<Law> ALL =
      List.of(
          new Law(
              "generator-service",
              List.of("readings_accepted"),
              Relation.EQUALS,
              List.of(
                  "readings_forwarded",
                  "readings_rejected",
                  "readings_dropped",
                  "readings_backlog")),
          // A request of which the log took only a part is forwarded in part, and accepted later.
          new Law(
              "ingest-api",
              List.of("readings_accepted"),
              Relation.AT_MOST,
              List.of("readings_forwarded")),
          new Law(
              "storage-sink",
              List.of("readings_accepted"),
              Relation.EQUALS,
              List.of("readings_forwarded", "readings_handed_over", "storage_held")));

  /** What is wrong, in words; empty where the law is kept. */
  public Optional<String> breachBy(ServiceCounters counters) {
    long went = sum(in, counters);
    long came = sum(out, counters);
    boolean kept = relation == Relation.EQUALS ? went == came : went <= came;
    return kept ? Optional.empty() : Optional.of("%s, but %d and %d".formatted(this, went, came));
  }

  /** The numbers, in words. */
  public String told(ServiceCounters counters) {
    return "%s = %d, %s = %d"
        .formatted(
            String.join(" + ", in), sum(in, counters), String.join(" + ", out), sum(out, counters));
  }

  private static long sum(List<String> names, ServiceCounters counters) {
    return names.stream().mapToLong(counters::of).sum();
  }

  @Override
  public String toString() {
    String sign = relation == Relation.EQUALS ? " = " : " at most ";
    return String.join(" + ", in) + sign + String.join(" + ", out);
  }

  /** How two sums have to compare. */
  public enum Relation {
    EQUALS,
    AT_MOST
  }
}

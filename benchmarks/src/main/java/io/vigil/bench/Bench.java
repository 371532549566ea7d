package io.vigil.bench;

import java.nio.file.Path;
import java.util.Map;

/** Runs the benchmark that is named, or all of them. */
public final class Bench {
  /** A benchmark: measures the running system and prints its table. */
  @FunctionalInterface
  private interface Benchmark {
    void run(RunningVigil vigil) throws Exception;
  }

  private static final Map<String, Benchmark> BENCHMARKS = Map.of("latency", LatencyBench::run);

  private Bench() {}

  /** Takes the name of a benchmark; without one, runs them all. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && !BENCHMARKS.containsKey(args[0])) {
      System.err.println("no benchmark " + args[0] + "; there are: " + BENCHMARKS.keySet());
      System.exit(2);
    }
    String home = System.getenv().getOrDefault("VIGIL_HOME", ".vigil");
    RunningVigil vigil = RunningVigil.at(Path.of(home));
    for (Map.Entry<String, Benchmark> benchmark : BENCHMARKS.entrySet()) {
      if (args.length == 0 || benchmark.getKey().equals(args[0])) {
        benchmark.getValue().run(vigil);
      }
    }
  }
}

package io.vigil.bench.alerts;

import io.vigil.bench.measure.Extent;
import io.vigil.bench.measure.Figure;
import io.vigil.bench.measure.Goal;
import io.vigil.bench.measure.Quantity;
import io.vigil.bench.measure.Report;
import io.vigil.bench.measure.Rounds;
import io.vigil.bench.measure.Sample;
import java.time.Duration;
import java.util.List;

/** Figure 7: what the watch for silence costs, of many patients against few. */
public final class SilenceBench {
  private static final int MANY = 100_000;
  private static final int FEW = 1_000;
  private static final int PER_SECOND = 500;

  private SilenceBench() {}

  /** Measures it. */
  public static void run(Extent extent) throws Exception {
    measure(extent).publish(extent);
  }

  private static Report measure(Extent extent) throws Exception {
    // Whole minutes, as reception is told once a minute.
    Duration lasting = Duration.ofSeconds(extent.of(60, 20));
    try (Watched many = new Watched(MANY, PER_SECOND, lasting);
        Watched few = new Watched(FEW, PER_SECOND, lasting)) {
      return report(Rounds.together(extent.rounds(), many, few), lasting);
    }
  }

  private static double cpuPerSecond(Sample sample) {
    return sample.cpuSeconds() / sample.wallSeconds();
  }

  private static Report report(Rounds rounds, Duration lasting) {
    return new Report(
        "silence",
        "The watch for silence: what it costs, of many patients against few.",
        List.of(
            new Figure(
                "7",
                "CPU-seconds of the server per second",
                "%d patients: %s"
                    .formatted(MANY, Quantity.of(rounds.ours(SilenceBench::cpuPerSecond))),
                "%d patients: %s"
                    .formatted(FEW, Quantity.of(rounds.theirs(SilenceBench::cpuPerSecond))),
                rounds.ratio(SilenceBench::cpuPerSecond),
                Goal.atMost(3))),
        List.of(
            ("Two alert services, each with a broker of its own, measured at the same time: %d"
                 + " rounds of %d s after one to warm up. Each takes %d readings a second, one a"
                 + " record, of its patients in turn, and the watermarks; a gap is a silence of 10"
                 + " min, so that nobody is silent. Verified is that no alarm comes and that every"
                 + " reading is judged. It is the whole service: reception is counted, and told of"
                 + " each patient once a minute, as well.")
                .formatted(rounds.count(), lasting.toSeconds(), PER_SECOND)));
  }
}

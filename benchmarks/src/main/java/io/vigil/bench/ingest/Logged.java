package io.vigil.bench.ingest;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.LogEnd;
import io.vigil.bench.measure.Sample;

/**
 * Verifies that the log holds what was acknowledged.
 *
 * @param readingsEach in a record
 */
record Logged(Contender pushing, LogEnd log, int readingsEach) implements Contender {
  @Override
  public Sample run(int round) throws Exception {
    long before = log.records();
    Sample sample = pushing.run(round);
    double appended = (double) (log.records() - before) * readingsEach;
    if (appended != sample.work()) {
      throw new IllegalStateException(
          "%.0f readings were acknowledged, and %.0f are in %s"
              .formatted(sample.work(), appended, log.topic()));
    }
    return sample;
  }
}

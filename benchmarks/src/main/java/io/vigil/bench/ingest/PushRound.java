package io.vigil.bench.ingest;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.Sample;
import io.vigil.bench.measure.Server;
import java.time.Duration;
import java.time.Instant;

/**
 * A server under the load of a fleet.
 *
 * @param readings in a request
 * @param lasting how long a round takes
 * @param warmUp how many requests the server has to have answered before it is measured
 */
record PushRound(Server server, int port, Fleet fleet, int readings, Duration lasting, int warmUp)
    implements Contender {
  private static final Duration WARM_WITHIN = Duration.ofMinutes(2);

  /** More than any server answers in a round. */
  private static final int MOST = 10_000_000;

  @Override
  public Sample run(int round) throws Exception {
    return round == 0 ? warmUp(warmUp / fleet.devices()) : push(lasting, MOST / fleet.devices());
  }

  private Sample warmUp(int each) throws Exception {
    Sample warm = push(WARM_WITHIN, each);
    if (warm.work() < (double) each * fleet.devices() * readings) {
      throw new IllegalStateException(
          ("only %.0f readings were acknowledged within %s, too few for a server to be warm;"
                  + " this machine is too busy to measure on")
              .formatted(warm.work(), WARM_WITHIN));
    }
    return warm;
  }

  private Sample push(Duration within, int each) throws Exception {
    try (HttpLoad load = new HttpLoad(port, fleet.requests(readings, Instant.now()), readings)) {
      double cpuBefore = server.cpuSeconds();
      long start = System.nanoTime();
      long acknowledged = load.push(within, each);
      long end = System.nanoTime();
      return new Sample(acknowledged, (end - start) / 1e9, server.cpuSeconds() - cpuBefore);
    }
  }
}

package io.vigil.bench.alerts;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.Sample;
import io.vigil.bench.measure.Server;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One contender at its backlog: measured from when the backlog may be read to when its last alarm
 * may be, the server's warm process running all the while.
 */
final class CatchUp implements Contender {
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Backlog backlog;
  private final AlarmReader alarms;
  private final Server server;
  private final Map<Integer, StockWatch> watches = new HashMap<>();
  private final Set<Told> before = new HashSet<>();

  CatchUp(Backlog backlog, AlarmReader alarms, Server server) {
    this.backlog = backlog;
    this.alarms = alarms;
    this.server = server;
  }

  @Override
  public Sample run(int round) throws Exception {
    Set<Told> expected = backlog.expected(round, watches);
    int readings = backlog.write(round);
    double cpuBefore = server.cpuSeconds();
    long start = System.nanoTime();
    backlog.letGo();
    long end = alarms.await(expected, before, WITHIN);
    double cpu = server.cpuSeconds() - cpuBefore;
    before.addAll(expected);
    return new Sample(readings, (end - start) / 1e9, cpu);
  }

  /** How many alarm events were verified so far. */
  int verified() {
    return before.size();
  }
}

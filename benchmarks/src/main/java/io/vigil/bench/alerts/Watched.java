package io.vigil.bench.alerts;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.LogSetup;
import io.vigil.bench.measure.Sample;
import io.vigil.bench.measure.Server;
import io.vigil.bench.measure.Workbench;
import io.vigil.deploy.port.FreePorts;
import io.vigil.schema.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An alert service that watches so many patients, none of whom is silent, on a broker of its own.
 */
final class Watched implements Contender, AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final int HEAP = 1_024;
  private static final Duration GAP_AFTER = Duration.ofMinutes(10);

  private final int patients;
  private final Duration lasting;
  private final Workbench bench;
  private final List<Integer> ports = FreePorts.take(2);
  private final Server server;
  private final JudgedReadings judged;
  private final SteadyReadings readings;
  private final AlarmReader alarms;
  private long sent;

  /**
   * Starts it, and lets it hear each patient once; returns when it has judged that.
   *
   * @param perSecond readings of all together
   * @param lasting a round
   */
  Watched(int patients, int perSecond, Duration lasting) throws Exception {
    this.patients = patients;
    this.lasting = lasting;
    this.bench = Workbench.open();
    String brokers = bench.bootstrapServers();
    LogSetup setup = new LogSetup(brokers, PARTITIONS);
    setup.createTopics(List.of());
    setup.admit(
        IntStream.range(0, patients).mapToObj(Ward::id).toList(), Instant.now().toEpochMilli());
    this.server = start();
    this.judged = new JudgedReadings(ports.get(1));
    this.readings = new SteadyReadings(brokers, PARTITIONS, patients, perSecond);
    this.alarms = new AlarmReader(brokers, Topics.ALERTS, PARTITIONS);
    readings.sendOneOfEach();
    sent = patients;
    judged.await(sent);
  }

  private Server start() throws IOException {
    Map<String, String> variables =
        Map.of(
            "VIGIL_KAFKA", bench.bootstrapServers(),
            "VIGIL_HOME", bench.data("vigil").toString(),
            "VIGIL_ALERT_GAP", GAP_AFTER.toString(),
            "VIGIL_ALERT_PORT", ports.get(0).toString(),
            "VIGIL_ALERT_MANAGEMENT_PORT", ports.get(1).toString());
    return bench.service("alert-service", HEAP, variables).awaitReady(ports.get(1));
  }

  @Override
  public Sample run(int round) throws Exception {
    double cpuBefore = server.cpuSeconds();
    long start = System.nanoTime();
    int taken = readings.send(lasting);
    double wall = (System.nanoTime() - start) / 1e9;
    double cpu = server.cpuSeconds() - cpuBefore;
    sent += taken;
    judged.await(sent);
    int told = alarms.countToEnd();
    if (told != 0) {
      throw new IllegalStateException(
          "%d alarms of %d patients, none of whom is silent".formatted(told, patients));
    }
    return new Sample(taken, wall, cpu);
  }

  @Override
  public void close() throws IOException {
    alarms.close();
    readings.close();
    bench.close();
  }
}

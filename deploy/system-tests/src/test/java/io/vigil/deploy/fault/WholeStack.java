package io.vigil.deploy.fault;

import static org.awaitility.Awaitility.await;

import io.vigil.deploy.fault.SeededRegistry.Bedside;
import io.vigil.deploy.operator.counter.Scrape;
import io.vigil.deploy.operator.history.GatewayHistory;
import io.vigil.deploy.system.Person;
import io.vigil.deploy.system.VigilStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A whole Vigil with bedsides of the test's own, whose broker's log, commit log and log folder lie
 * on small disks where one may be mounted. Its sink holds little, so that it is paused soon.
 */
final class WholeStack implements AutoCloseable {
  static final int HELD_AT_MOST = 10_000;

  private static final String DOCTOR = "dr-adams";
  private static final Duration TAKEN_WITHIN = Duration.ofMinutes(3);
  private static final List<String> PARTS =
      List.of(
          "kafka", "cassandra", "ingest-api", "alert-service", "storage-sink", "dashboard-gateway");

  private final List<SmallDisk> disks = new ArrayList<>();
  private final VigilStack vigil;
  private final List<Bedside> bedsides;

  private WholeStack(String name, int bedsides) throws IOException {
    vigil =
        VigilStack.in(name)
            .with("VIGIL_SINK_HOLD_READINGS", Integer.toString(HELD_AT_MOST))
            .with("VIGIL_SINK_FLUSH_READINGS", Integer.toString(HELD_AT_MOST / 4));
    if (SmallDisk.canBeMounted()) {
      disks.add(SmallDisk.at(vigil.home().resolve("kafka").resolve("data"), 512));
      disks.add(SmallDisk.at(vigil.home().resolve("cassandra").resolve("commitlog"), 384));
      disks.add(SmallDisk.at(vigil.home().resolve("log"), 16));
    }
    try {
      vigil.startUp(0);
      this.bedsides = SeededRegistry.admit(kafka(), "p-" + name, bedsides);
      SeededRegistry.grant(kafka(), this.bedsides, DOCTOR);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts one without a generator, and admits so many patients that {@code dr-adams} may see. */
  static WholeStack up(String name, int bedsides) throws IOException {
    return new WholeStack(name, bedsides);
  }

  VigilStack vigil() {
    return vigil;
  }

  /** For {@code bootstrap.servers}. */
  String kafka() {
    return Person.credentials(vigil).get("kafka").asString();
  }

  List<Bedside> bedsides() {
    return bedsides;
  }

  /** Where the broker's log lies; there only where a disk can be mounted. */
  SmallDisk brokersDisk() {
    return disks.get(0);
  }

  /** Where Cassandra's commit log lies. */
  SmallDisk commitLogsDisk() {
    return disks.get(1);
  }

  /** Where all parts' logs lie. */
  SmallDisk logsDisk() {
    return disks.get(2);
  }

  /** The history as the doctor sees it. */
  GatewayHistory history() {
    return GatewayHistory.as(
        DOCTOR,
        Person.credentials(vigil).get("users").get(DOCTOR).asString(),
        Person.credentials(vigil).get("gateway").asString());
  }

  /** What the sink has in memory and not in the history; 0 while it does not tell. */
  long held() {
    return new Scrape()
        .of("storage-sink", "127.0.0.1", vigil.port("VIGIL_SINK_MANAGEMENT_PORT"))
        .map(counters -> counters.of("storage_held"))
        .orElse(0L);
  }

  /** Takes a port of a part that has just died, which is not started before it is free again. */
  ServerSocket takePort(String variable) throws IOException {
    return new ServerSocket(vigil.port(variable), 1, InetAddress.getLoopbackAddress());
  }

  /** The processes of all parts but this one. */
  Map<String, Long> pidsBut(String part) {
    return PARTS.stream()
        .filter(other -> !other.equals(part))
        .collect(Collectors.toMap(other -> other, other -> vigil.process(other).pid()));
  }

  /** All bedsides push, and have done so until the moment of this round. */
  Load begin(int round, DeviceLedger ledger) {
    URI ingest =
        URI.create(Person.credentials(vigil).get("ingest").asString() + "/api/v1/readings");
    Load load = Load.begin(bedsides, List.of(ingest), ledger, Duration.ofMillis(10), round);
    long begun = System.nanoTime() + Rounds.moment(round).toNanos();
    await().atMost(TAKEN_WITHIN).until(() -> load.answers().acknowledgedAfter(begun));
    return load;
  }

  @Override
  public void close() {
    vigil.close();
    disks.forEach(SmallDisk::close);
  }
}

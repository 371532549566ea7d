package io.vigil.bench.ingest;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.Extent;
import io.vigil.bench.measure.Figure;
import io.vigil.bench.measure.Goal;
import io.vigil.bench.measure.LogEnd;
import io.vigil.bench.measure.LogSetup;
import io.vigil.bench.measure.Quantity;
import io.vigil.bench.measure.Report;
import io.vigil.bench.measure.Rounds;
import io.vigil.bench.measure.Sample;
import io.vigil.bench.measure.Server;
import io.vigil.bench.measure.Workbench;
import io.vigil.bench.stock.StockIngest;
import io.vigil.deploy.port.FreePorts;
import io.vigil.schema.registry.RegistryEntry;
import io.vigil.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Figures 1, 2 and 3: readings acknowledged a CPU-second, and a second. */
public final class IngestBench {
  private static final int PARTITIONS = 4;

  /** As {@code ./vigil up} gives it. */
  private static final int HEAP = 192;

  private static final int PEERS_HEAP = 512;

  private static final Fleet BEDSIDE = new Fleet("bedside", 256, 1);
  private static final Fleet STORING = new Fleet("storing", 64, 1);
  private static final Fleet GATEWAYS = new Fleet("gateway", 64, 100);
  private static final int A_REQUEST = 100;
  private static final String RECORDS = "bench.records";
  private static final String UNLIMITED = "100000000";

  private final Workbench bench;
  private final Extent extent;
  private final Duration lasting;
  private final int warmUp;
  private final List<Figure> figures = new ArrayList<>();

  private IngestBench(Workbench bench, Extent extent) {
    this.bench = bench;
    this.extent = extent;
    this.lasting = Duration.ofSeconds(extent.of(8, 2));
    this.warmUp = extent.of(50_000, 2_000);
  }

  /** Measures them. */
  public static void run(Extent extent) throws Exception {
    try (Workbench bench = Workbench.open()) {
      new IngestBench(bench, extent).measure().publish(extent);
    }
  }

  private Report measure() throws Exception {
    LogSetup setup = new LogSetup(bench.bootstrapServers(), PARTITIONS);
    setup.createTopics(List.of(StockIngest.READINGS, RECORDS));
    List<RegistryEntry> registered = new ArrayList<>();
    for (Fleet fleet : List.of(BEDSIDE, STORING, GATEWAYS)) {
      registered.addAll(fleet.entries(Instant.now()));
    }
    setup.register(registered);
    List<Integer> ports = FreePorts.take(4);
    Server vigil = vigil(ports.get(0), ports.get(1));
    oneReadingARequest(vigil, ports);
    manyReadingsARequest(vigil, ports.get(0));
    return new Report("ingest", "Ingest: readings acknowledged by all replicas.", figures, notes());
  }

  private void oneReadingARequest(Server vigil, List<Integer> ports) throws Exception {
    LogEnd ourLog = new LogEnd(bench.bootstrapServers(), Topics.READINGS);
    LogEnd stockLog = new LogEnd(bench.bootstrapServers(), StockIngest.READINGS);
    Contender ours = new Logged(one(vigil, ports.get(0)), ourLog, 1);
    String name = "stock Spring";
    try (Server stock =
        peer("stock-ingest", ports.get(2), bench.bootstrapServers(), ports.get(2).toString())) {
      Contender theirs = new Logged(one(stock, ports.get(2)), stockLog, 1);
      Rounds rounds = Rounds.interleaved(extent.rounds(), ours, theirs);
      add("1", "readings per CPU-second, one a request", rounds, Sample::perCpuSecond, name, 6.0);
      add("", "readings per second, one a request", rounds, Sample::perSecond, name, null);
    }
    String bareName = "a server that does nothing";
    try (Server bare = peer("bare-server", ports.get(3), ports.get(3).toString())) {
      Rounds rounds = Rounds.interleaved(extent.rounds(), ours, one(bare, ports.get(3)));
      add("2", "the same", rounds, Sample::perCpuSecond, bareName, 0.5);
      add("", "readings per second", rounds, Sample::perSecond, bareName, null);
    }
  }

  private void manyReadingsARequest(Server vigil, int port) throws Exception {
    LogEnd log = new LogEnd(bench.bootstrapServers(), Topics.READINGS);
    Contender theirs = new ProducerRound(bench, RECORDS, extent.of(2_000_000, 200_000));
    String name = "Kafka's ProducerPerformance";
    Contender storing = new PushRound(vigil, port, STORING, A_REQUEST, lasting, warmUp);
    Rounds rounds =
        Rounds.interleaved(extent.rounds(), new Logged(storing, log, A_REQUEST), theirs);
    String each = "readings per second, 100 of one patient a request";
    add("3", each, rounds, Sample::perSecond, name, 0.8);
    add("", "the same per CPU-second", rounds, Sample::perCpuSecond, name, null);
    Contender gateways = new PushRound(vigil, port, GATEWAYS, A_REQUEST, lasting, warmUp);
    Rounds ofWards = Rounds.interleaved(extent.rounds(), new Logged(gateways, log, 1), theirs);
    each = "readings per second, one each of 100 patients a request";
    add("", each, ofWards, Sample::perSecond, name, null);
    add("", "the same per CPU-second", ofWards, Sample::perCpuSecond, name, null);
  }

  private Contender one(Server server, int port) {
    return new PushRound(server, port, BEDSIDE, 1, lasting, warmUp);
  }

  private Server vigil(int port, int managementPort) throws Exception {
    Map<String, String> variables =
        Map.of(
            "VIGIL_KAFKA", bench.bootstrapServers(),
            "VIGIL_INGEST_PORT", Integer.toString(port),
            "VIGIL_INGEST_MANAGEMENT_PORT", Integer.toString(managementPort),
            "VIGIL_INGEST_DEVICE_READINGS", UNLIMITED,
            "VIGIL_INGEST_DEVICE_BACKLOG", UNLIMITED,
            "VIGIL_INGEST_INSTANCE_READINGS", UNLIMITED,
            "VIGIL_INGEST_INSTANCE_BACKLOG", UNLIMITED);
    return bench.service("ingest-api", HEAP, variables).awaitReady(managementPort);
  }

  private Server peer(String name, int port, String... arguments) throws Exception {
    return bench.peer(name, PEERS_HEAP, List.of(arguments)).awaitListening(port);
  }

  private void add(
      String number,
      String name,
      Rounds rounds,
      ToDoubleFunction<Sample> of,
      String peer,
      @Nullable Double least) {
    figures.add(
        new Figure(
            number,
            name,
            Quantity.of(rounds.ours(of)),
            peer + ": " + Quantity.of(rounds.theirs(of)),
            rounds.ratio(of),
            least == null ? null : Goal.atLeast(least)));
  }

  private List<String> notes() {
    return List.of(
        ("One broker, acks=all, %d partitions. %d rounds of %d s after %d requests to warm up,"
             + " interleaved; each device sends its next request when the last one is answered."
             + " Every answer is verified, and so is that the log holds as many readings as were"
             + " acknowledged. Processor time is that of the server's process alone; load, server"
             + " and broker share the machine, which is why readings per second are less than what"
             + " a server could take.")
            .formatted(PARTITIONS, extent.rounds(), lasting.toSeconds(), warmUp),
        ("Figures 1 and 2: %d devices. Stock Spring is a controller on Tomcat with Bean Validation,"
             + " a filter that looks the token's hash up, and a KafkaTemplate, at their defaults"
             + " but for connections that last, with %d MB of heap where Vigil has %d; it keeps no"
             + " counters, no limits and no watermarks. The server that does nothing is bare Netty"
             + " with as many event loops.")
            .formatted(BEDSIDE.devices(), PEERS_HEAP, HEAP),
        ("Figure 3: %d devices, with the limits of devices and instance lifted. Kafka's producer"
                + " writes records of %d bytes from memory; what Vigil takes is JSON over HTTP.")
            .formatted(STORING.devices(), ProducerRound.RECORD_BYTES));
  }
}

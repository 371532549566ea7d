package io.vigil.deploy.engine;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.health.WireProbe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.process.ChildCommand;
import io.vigil.deploy.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One broker that is a controller as well (KRaft), by itself or one of several.
 *
 * @param number in the cluster, from 1
 * @param advertised the port at which clients are told to find it: its own, or that of a proxy
 */
public record KafkaNode(
    StateFolder home,
    KafkaCluster cluster,
    int number,
    int advertised,
    SourceTree tree,
    JavaHome java)
    implements EngineNode {
  /** The part's name, of its data, log and mark as well. */
  public static final String NAME = "kafka";

  /** Nobody could take over from one that is alone. */
  private static final int ALONE_SESSION_MS = 3_000;

  private static final int SESSION_MS = 2_000;
  private static final Duration FORMATTED_WITHIN = Duration.ofMinutes(1);

  /** A broker that is a cluster by itself. */
  public KafkaNode(StateFolder home, EnginePorts ports, SourceTree tree, JavaHome java) {
    this(home, KafkaCluster.of(List.of(ports)), 1, ports.client(), tree, java);
  }

  /** Where it listens. */
  public EnginePorts ports() {
    return cluster.nodes().get(number - 1);
  }

  @Override
  public ChildCommand prepare() {
    Path settings = home.data(NAME).resolve("server.properties");
    EngineFile.write(settings, settings());
    if (!Files.exists(data().resolve("meta.properties"))) {
      format(settings);
    }
    List<String> options =
        List.of(
            "-Xms128m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");
    return command(NAME, options, "kafka.Kafka", List.of(settings.toString()));
  }

  @Override
  public Probe probe() {
    return WireProbe.kafka(ports().clientSocket());
  }

  private void format(Path settings) {
    ChildProcess format =
        ChildProcess.start(
            command(
                "kafka-format",
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "kafka.tools.StorageTool",
                List.of(
                    "format", "--ignore-formatted", "-t", cluster.id(), "-c", settings.toString())),
            home);
    boolean ended = format.endsWithin(FORMATTED_WITHIN);
    format.stop(Duration.ZERO);
    if (!ended || !Files.exists(data().resolve("meta.properties"))) {
      throw EngineFailed.withLog("kafka-format", format.ending(), home);
    }
  }

  private ChildCommand command(
      String name, List<String> options, String mainClass, List<String> arguments) {
    return new ChildCommand(
        name, java.path(), options, tree.engineJars("kafka"), mainClass, arguments, Map.of());
  }

  private Path data() {
    return home.data(NAME).resolve("data");
  }

  private String settings() {
    return """
    # Written by the launcher at each start.
    process.roles=broker,controller
    node.id=%1$d
    controller.quorum.voters=%2$s
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%5$d
    log.dirs=%6$s
    auto.create.topics.enable=false

    # As many copies as there are nodes, three at most; few partitions to open at a start.
    default.replication.factor=%7$d
    min.insync.replicas=%8$d
    offsets.topic.replication.factor=%7$d
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=%7$d
    transaction.state.log.min.isr=%8$d
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=%7$d
    share.coordinator.state.topic.min.isr=%8$d
    num.network.threads=2
    num.io.threads=4
    log.cleaner.dedupe.buffer.size=16777216

    # Never a leader that may lack what was acknowledged.
    unclean.leader.election.enable=false

    # The ten-second budget: a group is whole at once, a dead member is missed soon, what it left
    # open is aborted soon, and a broker that was killed may come back before its old session
    # would have ended.
    group.initial.rebalance.delay.ms=0
    group.min.session.timeout.ms=1000
    transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
    broker.heartbeat.interval.ms=500
    broker.session.timeout.ms=%9$d
    # A leader or a controller that hangs or dies is missed within two seconds, by all.
    controller.quorum.fetch.timeout.ms=1500
    controller.quorum.election.timeout.ms=500
    controller.quorum.request.timeout.ms=1500
    replica.lag.time.max.ms=4000
    """
        .formatted(
            number,
            cluster.voters(),
            ports().client(),
            ports().internal(),
            advertised,
            data(),
            cluster.replicas(),
            cluster.minInSync(),
            cluster.nodes().size() == 1 ? ALONE_SESSION_MS : SESSION_MS);
  }
}

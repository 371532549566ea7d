package io.vigil.deploy.engine;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.health.WireProbe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.process.ChildCommand;
import io.vigil.deploy.process.ChildProcess;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One broker that is its own controller (KRaft). */
public record KafkaNode(StateFolder home, EnginePorts ports, SourceTree tree, JavaHome java)
    implements EngineNode {
  /** The part's name, of its data, log and mark as well. */
  public static final String NAME = "kafka";

  private static final Duration FORMATTED_WITHIN = Duration.ofMinutes(1);

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
    return WireProbe.kafka(ports.clientSocket());
  }

  private void format(Path settings) {
    ChildProcess format =
        ChildProcess.start(
            command(
                "kafka-format",
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "kafka.tools.StorageTool",
                List.of("format", "--ignore-formatted", "-t", newId(), "-c", settings.toString())),
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
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    log.dirs=%3$s
    auto.create.topics.enable=false

    # One node: nothing to replicate to, and few partitions to open at a start.
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    num.network.threads=2
    num.io.threads=4
    log.cleaner.dedupe.buffer.size=16777216

    # The ten-second budget: a group is whole at once, a dead member is missed soon, and a
    # broker that was killed may come back before its old session would have ended.
    group.initial.rebalance.delay.ms=0
    group.min.session.timeout.ms=1000
    broker.heartbeat.interval.ms=500
    broker.session.timeout.ms=3000
    """
        .formatted(ports.client(), ports.internal(), data());
  }

  /**
   * A cluster id as Kafka writes it: a UUID in base64; its tools take one with '-' for an option.
   */
  private static String newId() {
    UUID random = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(random.getMostSignificantBits())
            .putLong(random.getLeastSignificantBits())
            .array();
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return id.startsWith("-") ? newId() : id;
  }
}

package io.vigil.deploy.supervision;

import io.vigil.deploy.engine.CassandraNode;
import io.vigil.deploy.engine.EngineNode;
import io.vigil.deploy.engine.EnginePorts;
import io.vigil.deploy.engine.KafkaNode;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.jdk.JavaHomes;
import io.vigil.deploy.part.Part;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.process.ChildCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A supervisor in a JVM of its own, with both engines and a stub, to be killed by a test. */
public final class EngineRun {
  private EngineRun() {}

  public static void main(String[] args) throws Exception {
    StateFolder home = new StateFolder(Path.of(args[0]));
    Ports ports = Ports.free();
    SourceTree tree = SourceTree.here();
    EnginePorts kafka =
        new EnginePorts(ports.of(VigilPort.KAFKA), ports.of(VigilPort.KAFKA_CONTROLLER));
    EnginePorts cassandra =
        new EnginePorts(ports.of(VigilPort.CASSANDRA), ports.of(VigilPort.CASSANDRA_STORAGE));
    List<Part> parts =
        List.of(
            new NodePart("kafka", new KafkaNode(home, kafka, tree, JavaHome.current())),
            new NodePart(
                "cassandra",
                new CassandraNode(home, cassandra, tree, JavaHomes.ofThisMachine().forCassandra())),
            StubPart.serving("stub", VigilPort.INGEST, ports));
    Supervisor supervisor =
        Supervisor.start(
            parts,
            ports,
            home,
            List.of("stub", "cassandra", "kafka"),
            CompletableFuture.completedFuture(null),
            new RecordedProgress());
    System.out.println(supervisor.awaitReady() ? "ready" : "given up");
    new CountDownLatch(1).await();
  }

  private record NodePart(String name, EngineNode node) implements Part {
    @Override
    public Optional<String> after() {
      return Optional.empty();
    }

    @Override
    public ChildCommand prepare() {
      return node.prepare();
    }

    @Override
    public Probe probe() {
      return node.probe();
    }
  }
}

package io.vigil.deploy.part;

import io.vigil.deploy.engine.CassandraNode;
import io.vigil.deploy.engine.EnginePorts;
import io.vigil.deploy.engine.KafkaNode;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.setting.Settings;
import java.util.ArrayList;
import java.util.List;

/** The parts of a run, in the order in which they are started. */
public final class Parts {
  /** What is stopped first takes nothing more in; the engines are left to the end. */
  public static final List<String> STOP_ORDER =
      List.of(
          "generator-service",
          "ingest-api",
          "dashboard-gateway",
          "alert-service",
          "storage-sink",
          CassandraNode.NAME,
          KafkaNode.NAME);

  private Parts() {}

  /**
   * Those of a run.
   *
   * @param cassandraJava a JDK that Cassandra runs on
   */
  public static List<Part> of(Settings settings, SourceTree tree, JavaHome cassandraJava) {
    Ports ports = settings.ports();
    JavaHome java = JavaHome.current();
    EnginePorts kafka =
        new EnginePorts(ports.of(VigilPort.KAFKA), ports.of(VigilPort.KAFKA_CONTROLLER));
    EnginePorts cassandra =
        new EnginePorts(ports.of(VigilPort.CASSANDRA), ports.of(VigilPort.CASSANDRA_STORAGE));
    List<Part> parts = new ArrayList<>();
    parts.add(new EnginePart(KafkaNode.NAME, new KafkaNode(settings.home(), kafka, tree, java)));
    parts.add(
        new EnginePart(
            CassandraNode.NAME,
            new CassandraNode(settings.home(), cassandra, tree, cassandraJava)));
    parts.add(service("dashboard-gateway", VigilPort.GATEWAY_MANAGEMENT, 256, settings, tree));
    parts.add(service("storage-sink", VigilPort.SINK_MANAGEMENT, 320, settings, tree));
    parts.add(service("alert-service", VigilPort.ALERT_MANAGEMENT, 256, settings, tree));
    parts.add(service("ingest-api", VigilPort.INGEST_MANAGEMENT, 192, settings, tree));
    if (settings.patients() > 0) {
      parts.add(service("generator-service", VigilPort.GENERATOR_MANAGEMENT, 128, settings, tree));
    }
    return List.copyOf(parts);
  }

  private static Part service(
      String name, VigilPort management, int heap, Settings settings, SourceTree tree) {
    return new ServicePart(name, management, heap, settings, tree, JavaHome.current());
  }
}

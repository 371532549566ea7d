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
    parts.addAll(services(settings, tree));
    return List.copyOf(parts);
  }

  /**
   * Has the services start quicker from now on, see {@link ClassArchive}.
   *
   * @param settings of a run that lies apart from any other and does not last
   */
  public static void archiveClasses(Settings settings, SourceTree tree) {
    services(settings, tree).parallelStream().forEach(ServicePart::archiveClasses);
  }

  private static List<ServicePart> services(Settings settings, SourceTree tree) {
    List<ServicePart> services = new ArrayList<>();
    services.add(service("dashboard-gateway", VigilPort.GATEWAY_MANAGEMENT, 256, settings, tree));
    services.add(service("storage-sink", VigilPort.SINK_MANAGEMENT, 320, settings, tree));
    services.add(service("alert-service", VigilPort.ALERT_MANAGEMENT, 256, settings, tree));
    services.add(service("ingest-api", VigilPort.INGEST_MANAGEMENT, 192, settings, tree));
    if (settings.patients() > 0) {
      services.add(
          service("generator-service", VigilPort.GENERATOR_MANAGEMENT, 128, settings, tree));
    }
    return services;
  }

  private static ServicePart service(
      String name, VigilPort management, int heap, Settings settings, SourceTree tree) {
    return new ServicePart(name, management, heap, settings, tree, JavaHome.current());
  }
}

package io.vigil.deploy.fault;

import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.port.FreePorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance of ingest-api and the address to which devices push. */
record IngestService(Service service, URI readings) implements AutoCloseable {
  /** Starts one; it has to be waited for. */
  static IngestService start(Path home, String kafka, int replicas) {
    return start(home, kafka, replicas, JavaHome.current().path(), List.of());
  }

  static IngestService start(
      Path home, String kafka, int replicas, Path java, List<String> options) {
    List<Integer> ports = FreePorts.take(2);
    Map<String, String> variables = new HashMap<>();
    variables.put("VIGIL_KAFKA", kafka);
    variables.put("VIGIL_REPLICATION", Integer.toString(replicas));
    variables.put("VIGIL_INGEST_PORT", ports.get(0).toString());
    variables.put("VIGIL_INGEST_MANAGEMENT_PORT", ports.get(1).toString());
    return new IngestService(
        Service.start("ingest-api", home, java, options, variables, ports.get(1)),
        URI.create("http://127.0.0.1:" + ports.get(0) + "/api/v1/readings"));
  }

  @Override
  public void close() {
    service.close();
  }
}

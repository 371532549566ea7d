package io.vigil.deploy.fault;

import io.vigil.deploy.port.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the instances of alert-service that share the work, and where it tells its counts. */
record AlertInstance(Service service, URI counts) implements AutoCloseable {
  private static final String JUDGED = "vigil_readings_forwarded_total";

  /** Starts one; it has to be waited for. */
  static AlertInstance start(Path home, String kafka) {
    List<Integer> ports = FreePorts.take(2);
    Map<String, String> variables =
        Map.of(
            "VIGIL_KAFKA",
            kafka,
            "VIGIL_ALERT_PORT",
            ports.get(0).toString(),
            "VIGIL_ALERT_MANAGEMENT_PORT",
            ports.get(1).toString());
    return new AlertInstance(
        Service.start("alert-service", home, List.of(), variables, ports.get(1)),
        URI.create("http://127.0.0.1:" + ports.get(1) + "/actuator/prometheus"));
  }

  /** Readings that it has judged since it was started. */
  double judged() {
    HttpRequest request = HttpRequest.newBuilder(counts).build();
    try {
      return HttpClient.newHttpClient()
          .send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(JUDGED))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading counts", e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}

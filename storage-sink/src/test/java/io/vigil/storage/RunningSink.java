package io.vigil.storage;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.vigil.deploy.port.FreePorts;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.storage.history.Fragments;
import io.vigil.storage.series.SeriesKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started in this JVM on free ports and with a Hazelcast cluster of its own. */
final class RunningSink implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private RunningSink(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it alone; returns when it has started. */
  static RunningSink start(String kafka, String cassandra) {
    return start(kafka, cassandra, UUID.randomUUID().toString(), FreePorts.take(1), 0);
  }

  /**
   * Starts one of several.
   *
   * @param cluster the name of their Hazelcast cluster
   * @param members the ports of its members
   * @param which of the members this one is
   */
  static RunningSink start(
      String kafka, String cassandra, String cluster, List<Integer> members, int which) {
    String addresses =
        members.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    return new RunningSink(
        new SpringApplicationBuilder(StorageSink.class)
            .run(
                "--VIGIL_KAFKA=" + kafka,
                "--VIGIL_CASSANDRA=" + cassandra,
                "--VIGIL_PARTITIONS=2",
                "--VIGIL_SINK_PORT=0",
                "--VIGIL_SINK_MANAGEMENT_PORT=0",
                "--VIGIL_SINK_FLUSH_EVERY=500ms",
                "--VIGIL_HAZELCAST_CLUSTER=" + cluster,
                "--VIGIL_HAZELCAST_PORT=" + members.get(which),
                "--VIGIL_HAZELCAST=" + addresses));
  }

  /** What the hot window holds of the hours of these times. */
  ReadingColumns hot(SeriesKey series, Instant from, Instant to) {
    IMap<String, byte[]> map = context.getBean(HazelcastInstance.class).getMap(HotWindow.MAP);
    ReadingColumns found = ReadingColumns.EMPTY;
    for (long hour = HotWindow.blockStart(from.toEpochMilli());
        hour <= to.toEpochMilli();
        hour += HotWindow.BLOCK_SPAN.toMillis()) {
      byte[] block = map.get(HotWindow.key(series.patient(), series.vital(), hour));
      if (block != null) {
        found = found.union(new BlockCodec().decode(block));
      }
    }
    return found;
  }

  /** What the history holds from one time to another, not included. */
  ReadingColumns history(SeriesKey series, Instant from, Instant to)
      throws InterruptedException, ExecutionException, TimeoutException {
    Fragments fragments = context.getBean(Fragments.class);
    ReadingColumns found = ReadingColumns.EMPTY;
    for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        !day.isAfter(LocalDate.ofInstant(to, ZoneOffset.UTC));
        day = day.plusDays(1)) {
      found =
          found.union(
              fragments
                  .readings(series, day, from.toEpochMilli(), to.toEpochMilli())
                  .toCompletableFuture()
                  .get(5, TimeUnit.SECONDS));
    }
    return found;
  }

  /** Loses the days of these times, of which nobody is told. */
  void loseHistory(SeriesKey series, Instant from, Instant to) {
    try (CqlSession session = context.getBean(CqlSessionBuilder.class).build()) {
      for (Instant day : List.of(from, to)) {
        session.execute(
            "DELETE FROM vigil.fragments WHERE patient = ? AND vital = ? AND day = ?",
            series.patient(),
            series.vital().code(),
            LocalDate.ofInstant(day, ZoneOffset.UTC));
      }
    }
  }

  /** The status code of the health group, {@code readiness} or {@code liveness}. */
  int health(String group) {
    return get("/actuator/health/" + group).statusCode();
  }

  /** Whether it has taken readings from the log. */
  boolean hasAccepted() {
    return !metrics().contains("vigil_readings_accepted_total{stage=\"storage\"} 0.0");
  }

  /** What Prometheus reads. */
  String metrics() {
    return get("/actuator/prometheus").body();
  }

  /** Has it compare what was taken in a range of time; its answer. */
  String reconcile(Instant from, Instant to) {
    String range = "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
    return send(management("/actuator/reconcile")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(range)))
        .body();
  }

  private HttpResponse<String> get(String path) {
    return send(management(path));
  }

  private HttpRequest.Builder management(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.management.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    context.close();
  }
}

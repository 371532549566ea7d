package io.vigil.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.ingest.device.Devices;
import io.vigil.ingest.limit.Budgets;
import io.vigil.ingest.limit.LimitsProperties;
import io.vigil.ingest.limit.SettableTime;
import io.vigil.ingest.limit.StandingDelay;
import io.vigil.ingest.log.InFlight;
import io.vigil.ingest.metric.ReadingCounters;
import io.vigil.ingest.metric.RequestTimers;
import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Patient.Priority;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryEntry;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.unit.DataSize;

/** The server as it is, with small limits, before a registry and a log in memory. */
final class TestServer implements AutoCloseable {
  static final long NOW_MS = 1_795_248_000_000L;
  static final int MOST_BODY = 16 * 1024;
  static final int MOST_IN_FLIGHT = 3;
  static final int MOST_CONNECTIONS = 5;

  /** The headers that a bedside device sends. */
  static final String BEDSIDE =
      "Authorization: Bearer vgd_bedside\r\nContent-Type: application/json\r\n";

  /** The headers that a gateway of a ward sends. */
  static final String WARD = "Authorization: Bearer vgd_ward\r\nContent-Type: application/json\r\n";

  final ObedientLog log = new ObedientLog();
  final Registry registry = new Registry();
  final AtomicBoolean devicesKnown = new AtomicBoolean(true);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOW_MS));
  final InFlight inFlight = new InFlight(clock, MOST_IN_FLIGHT);
  final SettableTime time = new SettableTime();
  final StandingDelay logDelay = new StandingDelay(Duration.ofSeconds(1));
  final Budgets budgets;
  private final IngestServer server;

  TestServer() {
    this(properties(Duration.ofSeconds(20), Duration.ofSeconds(20)));
  }

  /** A server that gives a request this long to arrive. */
  static TestServer impatient(Duration requestWithin) {
    return new TestServer(properties(requestWithin, Duration.ofSeconds(20)));
  }

  TestServer(HttpProperties properties) {
    this(properties, limits(1_000_000, 1_000_000, 1_000_000));
  }

  TestServer(HttpProperties properties, LimitsProperties limits) {
    put(new Patient("p-0001", "Ada", "Ward 3", "12", Priority.NORMAL, Instant.EPOCH));
    put(new Patient("p-0002", "Grace", "Ward 3", "13", Priority.NORMAL, Instant.EPOCH));
    put(new Device("dev-1", Set.of("p-0001"), sha256("vgd_bedside")));
    put(new Device("ward-3", Set.of("p-0001", "p-0002"), sha256("vgd_ward")));
    budgets = new Budgets(limits, time);
    HttpConfiguration configuration = new HttpConfiguration();
    server =
        configuration.ingestServer(
            properties,
            limits,
            configuration.readingsEndpoint(
                configuration.gate(
                    new Devices(registry, devicesKnown::get), budgets, logDelay, inFlight, limits),
                inFlight,
                log,
                new ReadingCounters(meters),
                clock),
            new RequestTimers(meters),
            meters);
    server.start();
  }

  static HttpProperties properties(Duration requestWithin, Duration idleFor) {
    return new HttpProperties(
        "127.0.0.1",
        0,
        2,
        MOST_CONNECTIONS,
        DataSize.ofBytes(MOST_BODY),
        DataSize.ofBytes(3 * MOST_BODY),
        DataSize.ofKilobytes(2),
        100,
        requestWithin,
        idleFor,
        Duration.ofSeconds(5));
  }

  /** Limits of each device; the instance takes ten times as many, and bursts of a second. */
  static LimitsProperties limits(long requests, long readings, long backlog) {
    return new LimitsProperties(
        requests,
        readings,
        backlog,
        10 * readings,
        10 * backlog,
        Duration.ofSeconds(1),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        1);
  }

  RawConnection connect() throws IOException {
    return new RawConnection(server.port());
  }

  /** How many readings were counted under this name, with this reason if there is one. */
  double counted(String name, String... tags) {
    return meters.get(name).tags(tags).counter().count();
  }

  double gauged(String name) {
    return meters.get(name).gauge().value();
  }

  void stop() {
    server.stop();
  }

  private void put(RegistryEntry entry) {
    registry.apply(entry.key(), entry.toJson());
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}

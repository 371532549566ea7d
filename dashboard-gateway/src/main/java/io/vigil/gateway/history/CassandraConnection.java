package io.vigil.gateway.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The session with the cluster that holds the history. It is opened in the background and waits for
 * the cluster as long as it takes; the keyspace is storage-sink's to create.
 */
final class CassandraConnection implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(CassandraConnection.class);

  private final HistoryProperties properties;
  private volatile CompletableFuture<CqlSession> session = new CompletableFuture<>();
  private volatile boolean running;

  CassandraConnection(HistoryProperties properties) {
    this.properties = properties;
  }

  /** The session, as long as a node of the cluster can be reached. */
  Optional<CqlSession> session() {
    CompletableFuture<CqlSession> opening = session;
    if (!opening.isDone() || opening.isCompletedExceptionally()) {
      return Optional.empty();
    }
    return Optional.of(opening.join()).filter(CassandraConnection::reachesANode);
  }

  private static boolean reachesANode(CqlSession session) {
    return session.getMetadata().getNodes().values().stream()
        .anyMatch(node -> node.getState() == NodeState.UP);
  }

  @Override
  public void start() {
    running = true;
    session =
        CqlSession.builder()
            .withLocalDatacenter(properties.cassandraDatacenter())
            .withConfigLoader(settings())
            .buildAsync()
            .toCompletableFuture();
    var unused =
        session.whenComplete(
            (opened, failure) -> {
              if (failure != null) {
                log.error("The history cannot be asked: {}", failure.toString());
              } else if (!running) {
                opened.closeAsync();
              }
            });
  }

  private DriverConfigLoader settings() {
    return DriverConfigLoader.programmaticBuilder()
        .withStringList(DefaultDriverOption.CONTACT_POINTS, properties.cassandraContactPoints())
        .withBoolean(DefaultDriverOption.RESOLVE_CONTACT_POINTS, false)
        .withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, true)
        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(4))
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, Duration.ofSeconds(2))
        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(3))
        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, Duration.ofSeconds(2))
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, properties.answerWithin())
        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
        .build();
  }

  @Override
  public void stop() {
    running = false;
    CompletableFuture<CqlSession> opening = session;
    if (opening.isDone() && !opening.isCompletedExceptionally()) {
      opening.join().close();
    } else {
      opening.cancel(true);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server has stopped, and with it the last question. */
  @Override
  public int getPhase() {
    return 0;
  }
}

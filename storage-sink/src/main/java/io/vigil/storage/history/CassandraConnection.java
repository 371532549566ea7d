package io.vigil.storage.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import io.vigil.schema.block.BlockCodec;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reaches Cassandra in the background: opens the session, migrates the schema, prepares the
 * statements, and tries again for as long as that fails. Afterwards the driver itself reconnects.
 */
final class CassandraConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CassandraConnection.class);

  private final Supplier<CompletionStage<CqlSession>> open;
  private final HistoryProperties properties;
  private final BlockCodec codec;
  private final Thread thread = new Thread(this::connectUntilReached, "cassandra-connection");
  private final CountDownLatch closing = new CountDownLatch(1);

  private volatile @Nullable CqlSession session;
  private volatile @Nullable Statements statements;

  /**
   * Does nothing until it is started.
   *
   * @param open opens a session; where the database is away the stage completes when it is reached
   */
  CassandraConnection(
      Supplier<CompletionStage<CqlSession>> open, HistoryProperties properties, BlockCodec codec) {
    this.open = open;
    this.properties = properties;
    this.codec = codec;
  }

  /** Starts to reach the database; returns at once. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** What can be asked of the database, once it was reached. */
  Optional<Statements> statements() {
    return Optional.ofNullable(statements);
  }

  /** Whether the database was reached and the driver knows of a node that is up. */
  boolean isUp() {
    CqlSession current = session;
    return statements != null
        && current != null
        && current.getMetadata().getNodes().values().stream()
            .anyMatch(node -> node.getState() == NodeState.UP);
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    CqlSession current = session;
    if (current != null) {
      current.close();
    }
  }

  private void connectUntilReached() {
    try {
      while (!connect()) {
        if (closing.await(properties.connectAgainAfter().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean connect() throws InterruptedException {
    try {
      CqlSession current = session;
      CqlSession opened = current == null ? open() : current;
      if (!new MigrateSchema(properties, Migration.all(properties)).execute(opened)) {
        log.info(
            "Another instance changes the schema of the history, or its nodes do not agree yet");
        return false;
      }
      statements = Statements.prepare(opened, properties.keyspace(), codec);
      log.info("The history is in the keyspace {}", properties.keyspace());
      return true;
    } catch (DriverException | ExecutionException e) {
      log.warn("Trying again to prepare the history: {}", e.toString());
      return false;
    }
  }

  private CqlSession open() throws InterruptedException, ExecutionException {
    CompletionStage<CqlSession> opening = open.get();
    CqlSession opened = opening.whenComplete(this::closeWhenTooLate).toCompletableFuture().get();
    session = opened;
    return opened;
  }

  private void closeWhenTooLate(@Nullable CqlSession opened, @Nullable Throwable failure) {
    if (opened != null && closing.getCount() == 0) {
      opened.closeAsync();
    }
  }
}

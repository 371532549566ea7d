package io.vigil.storage;

import io.vigil.deploy.engine.CassandraEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The Cassandra node that all tests of this JVM share; it ends with the JVM. */
public final class RealCassandra {
  private static @Nullable CassandraEngine running;
  private static @Nullable Path home;

  private RealCassandra() {}

  /** The node, started by whoever asks first, and again after it was killed. */
  public static synchronized CassandraEngine node() {
    CassandraEngine current = running;
    if (current == null) {
      home = home();
      current = CassandraEngine.start(home);
      running = current;
      Runtime.getRuntime().addShutdownHook(new Thread(RealCassandra::close));
    }
    return current;
  }

  /** Kills the node, as kill -9 does. */
  public static synchronized void kill() {
    node().kill();
  }

  /** Starts the node that was killed, with its data and on its ports. */
  public static synchronized void startAgain() {
    CassandraEngine killed = node();
    running = CassandraEngine.start(home(), killed.ports());
  }

  /** Sends the node a signal, {@code STOP} or {@code CONT}. */
  public static synchronized void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(node().pid()))
        .inheritIO()
        .start()
        .waitFor();
  }

  private static synchronized void close() {
    CassandraEngine current = running;
    if (current != null) {
      current.close();
    }
  }

  private static Path home() {
    Path known = home;
    if (known != null) {
      return known;
    }
    try {
      return Files.createTempDirectory(Path.of("target"), "cassandra-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

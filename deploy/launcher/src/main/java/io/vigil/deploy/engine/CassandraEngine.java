package io.vigil.deploy.engine;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.jdk.JavaHomes;
import java.nio.file.Path;

/**
 * A real Cassandra node for tests, in a process of its own that ends with the test. Nobody signs
 * in, and no keyspace of ours exists yet. Its log is {@code log/cassandra.log} in its folder.
 */
public final class CassandraEngine implements AutoCloseable {
  /** The data centre that every node is in. */
  public static final String DATACENTER = "datacenter1";

  private final EnginePorts ports;
  private final RunningEngine engine;

  private CassandraEngine(EnginePorts ports, RunningEngine engine) {
    this.ports = ports;
    this.engine = engine;
  }

  /** Starts one on free ports and waits until it serves. */
  public static CassandraEngine start(Path home) {
    return start(home, EnginePorts.free());
  }

  /**
   * Starts one and waits until it serves. On the home and ports of an earlier one, it goes on with
   * that one's data.
   *
   * @throws EngineFailed if it ends instead, or does not serve within three minutes
   */
  public static CassandraEngine start(Path home, EnginePorts ports) {
    StateFolder folder = new StateFolder(home);
    CassandraNode node =
        new CassandraNode(
            folder, ports, SourceTree.here(), JavaHomes.ofThisMachine().forCassandra());
    return new CassandraEngine(ports, RunningEngine.start(node, folder));
  }

  /**
   * The contact point in the form {@code 127.0.0.1:9042}; the data centre is {@link #DATACENTER}.
   */
  public String contactPoint() {
    return ports.clientAddress();
  }

  public EnginePorts ports() {
    return ports;
  }

  public long pid() {
    return engine.pid();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() {
    engine.kill();
  }

  /** Stops it in good order and waits for its end; harmless when it has ended. */
  @Override
  public void close() {
    engine.stop();
  }
}

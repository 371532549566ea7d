package io.vigil.deploy.engine;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.jdk.JavaHome;
import java.nio.file.Path;
import java.util.List;

/**
 * A real Kafka broker for tests, in a process of its own that ends with the test. Topics are not
 * created by themselves. Its log is {@code log/kafka.log} in its folder.
 */
public final class KafkaEngine implements AutoCloseable {

  private final EnginePorts ports;
  private final RunningEngine engine;

  private KafkaEngine(EnginePorts ports, RunningEngine engine) {
    this.ports = ports;
    this.engine = engine;
  }

  /** Starts one on free ports and waits until it serves. */
  public static KafkaEngine start(Path home) {
    return start(home, EnginePorts.free());
  }

  /**
   * Starts one and waits until it serves. On the home and ports of an earlier one, it goes on with
   * that one's data.
   *
   * @throws EngineFailed if it ends instead, or does not serve within three minutes
   */
  public static KafkaEngine start(Path home, EnginePorts ports) {
    return startBehind(ports.client(), home, ports);
  }

  /**
   * Starts one that tells its clients to find it at another port of this machine, where a proxy
   * listens.
   */
  public static KafkaEngine startBehind(int proxyPort, Path home, EnginePorts ports) {
    return start(home, KafkaCluster.of(List.of(ports)), 1, proxyPort);
  }

  static KafkaEngine start(Path home, KafkaCluster cluster, int number, int advertised) {
    StateFolder folder = new StateFolder(home);
    KafkaNode node =
        new KafkaNode(folder, cluster, number, advertised, SourceTree.here(), JavaHome.current());
    return new KafkaEngine(node.ports(), RunningEngine.start(node, folder));
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
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

package io.vigil.deploy.engine;

import io.vigil.deploy.port.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three real brokers for tests that are one cluster: three copies of everything, of which two have
 * to have a write. Each is a process of its own that ends with the test. Not for several threads.
 */
public final class ThreeKafkaEngines implements AutoCloseable {
  private static final int NODES = 3;

  private final Path home;
  private final KafkaCluster cluster;
  private final List<KafkaEngine> engines;

  private ThreeKafkaEngines(Path home, KafkaCluster cluster, List<KafkaEngine> engines) {
    this.home = home;
    this.cluster = cluster;
    this.engines = engines;
  }

  /** Starts all on free ports and waits until each serves. */
  public static ThreeKafkaEngines start(Path home) {
    List<Integer> free = FreePorts.take(2 * NODES);
    KafkaCluster cluster =
        KafkaCluster.of(
            IntStream.range(0, NODES)
                .mapToObj(i -> new EnginePorts(free.get(2 * i), free.get(2 * i + 1)))
                .toList());
    List<KafkaEngine> engines = start(home, cluster, List.of(1, 2, 3));
    return new ThreeKafkaEngines(home, cluster, new ArrayList<>(engines));
  }

  /** Together, for a controller alone waits for a second one. */
  private static List<KafkaEngine> start(Path home, KafkaCluster cluster, List<Integer> numbers) {
    List<CompletableFuture<KafkaEngine>> starting =
        numbers.stream()
            .map(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> start(home, cluster, number), ThreeKafkaEngines::inAThread))
            .toList();
    return starting.stream().map(CompletableFuture::join).toList();
  }

  private static void inAThread(Runnable start) {
    new Thread(start, "kafka-start").start();
  }

  private static KafkaEngine start(Path home, KafkaCluster cluster, int node) {
    return KafkaEngine.start(
        home.resolve("kafka-" + node), cluster, node, cluster.nodes().get(node - 1).client());
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return engines.stream().map(KafkaEngine::bootstrapServers).collect(Collectors.joining(","));
  }

  /** One of them by its number, 1 to 3, which is its {@code node.id}. */
  public KafkaEngine node(int number) {
    return engines.get(number - 1);
  }

  /** Starts those again that were killed, with their data, and waits until each serves. */
  public void restartTogether(Integer... numbers) {
    List<KafkaEngine> again = start(home, cluster, List.of(numbers));
    again.forEach(engine -> engines.set(numberOf(engine) - 1, engine));
  }

  private int numberOf(KafkaEngine engine) {
    return cluster.nodes().indexOf(engine.ports()) + 1;
  }

  /** Ends all at once; in good order the last two would wait for a majority that is gone. */
  @Override
  public void close() {
    engines.forEach(KafkaEngine::kill);
  }
}

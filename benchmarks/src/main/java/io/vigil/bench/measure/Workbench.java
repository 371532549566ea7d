package io.vigil.bench.measure;

import io.vigil.deploy.engine.KafkaEngine;
import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.process.ChildCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A broker and servers of a benchmark's own, on free ports and in a folder that is thrown away;
 * closing it ends them all, the last one first.
 */
public final class Workbench implements AutoCloseable {
  private static final String BOOT = "org.springframework.boot.loader.launch.JarLauncher";

  private final SourceTree tree = SourceTree.here();
  private final StateFolder folder;
  private final KafkaEngine kafka;
  private final Deque<Server> servers = new ArrayDeque<>();

  private Workbench(StateFolder folder, KafkaEngine kafka) {
    this.folder = folder;
    this.kafka = kafka;
  }

  /** Starts the broker. */
  public static Workbench open() throws IOException {
    Path folder = Files.createTempDirectory("vigil-bench");
    return new Workbench(new StateFolder(folder), KafkaEngine.start(folder));
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** A folder for what one server keeps. */
  public Path data(String server) {
    return folder.data(server);
  }

  /**
   * Starts one of our services from its jar, as {@code ./vigil up} does.
   *
   * @param variables of its environment, its ports among them
   */
  public Server service(String name, int heapMegabytes, Map<String, String> variables) {
    return start(name, tree.serviceJar(name), heapMegabytes, List.of(), variables);
  }

  /**
   * Starts a peer that is in the benchmarks' own jar, with the same options of the JVM.
   *
   * @param name by which {@code Bench} knows it
   */
  public Server peer(String name, int heapMegabytes, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("peer", name));
    words.addAll(arguments);
    return start(name, tree.serviceJar("benchmarks"), heapMegabytes, words, Map.of());
  }

  private Server start(
      String name, Path jar, int heap, List<String> arguments, Map<String, String> variables) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing; ./vigil bench builds it");
    }
    List<String> options =
        List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    ChildCommand command =
        new ChildCommand(
            name, JavaHome.current().path(), options, List.of(jar), BOOT, arguments, variables);
    Server server = Server.start(command, folder);
    servers.push(server);
    return server;
  }

  @Override
  public void close() throws IOException {
    servers.forEach(Server::close);
    kafka.close();
    List<Path> content;
    try (Stream<Path> files = Files.walk(folder.root())) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : content) {
      Files.delete(file);
    }
  }
}

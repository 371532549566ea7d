package io.vigil.deploy.fault;

import static org.awaitility.Awaitility.await;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.HttpProbe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.process.ChildCommand;
import io.vigil.deploy.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instance of a service, on ports of its own, that a test may kill. Not for several threads.
 */
final class Service implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final String LOOPBACK = "127.0.0.1";

  private final ChildCommand command;
  private final StateFolder home;
  private final HttpProbe probe;
  private ChildProcess process;

  private Service(ChildCommand command, StateFolder home, int managementPort) {
    this.command = command;
    this.home = home;
    this.probe = new HttpProbe(LOOPBACK, managementPort);
    this.process = ChildProcess.start(command, home);
  }

  /**
   * Starts it and returns at once.
   *
   * @param options of its JVM
   * @param variables of its environment; those of its ports among them
   * @param managementPort where it tells its health
   */
  static Service start(
      String name,
      Path home,
      List<String> options,
      Map<String, String> variables,
      int managementPort) {
    return start(name, home, JavaHome.current().path(), options, variables, managementPort);
  }

  /** Starts it with another {@code bin/java} than this test's. */
  static Service start(
      String name,
      Path home,
      Path java,
      List<String> options,
      Map<String, String> variables,
      int managementPort) {
    List<String> all =
        new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    all.addAll(options);
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("VIGIL_HOME", home.toString());
    ChildCommand command =
        new ChildCommand(
            name,
            java,
            all,
            List.of(SourceTree.here().serviceJar(name)),
            "org.springframework.boot.loader.launch.JarLauncher",
            List.of(),
            environment);
    return new Service(command, new StateFolder(home), managementPort);
  }

  Service awaitReady() {
    await().atMost(READY_WITHIN).pollInterval(Duration.ofMillis(100)).until(probe::answers);
    return this;
  }

  /** What it says of its health; empty if it does not answer. */
  Optional<String> health() {
    return probe.status();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  /** Starts it again after its end, and returns at once. */
  void restart() {
    process = ChildProcess.start(command, home);
  }

  @Override
  public void close() {
    process.kill();
  }
}

package io.vigil.deploy.system;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Vigil of its own, started by {@code ./vigil up} on free ports and with a home under target. Not
 * for several threads.
 */
public final class VigilStack implements AutoCloseable {
  private static final Duration COMMAND_MAY_TAKE = Duration.ofMinutes(5);
  private static final List<String> PARTS =
      List.of(
          "kafka",
          "cassandra",
          "ingest-api",
          "alert-service",
          "storage-sink",
          "dashboard-gateway",
          "generator-service");

  private final Path repository = repositoryRoot();
  private final Path home;
  private final Map<String, String> environment = new LinkedHashMap<>();

  private VigilStack(Path home) {
    this.home = home;
    Runtime.getRuntime().addShutdownHook(new Thread(this::down, "down"));
    environment.putAll(Ports.free().variables());
    environment.put("VIGIL_HOME", home.toString());
    // This runs within a build, which has packaged everything.
    environment.put("VIGIL_SKIP_BUILD", "true");
  }

  /**
   * Starts everything with so many simulated patients, and returns when all is ready.
   *
   * @param name of the home, a folder under {@code target} that is emptied before
   */
  static VigilStack up(String name, int patients) throws IOException {
    VigilStack stack = in(name);
    stack.startUp(patients);
    return stack;
  }

  /** Prepares one and starts nothing yet; its home is as in {@link #up}. */
  public static VigilStack in(String name) throws IOException {
    Path home = Path.of("target", "home-" + name).toAbsolutePath();
    delete(home);
    VigilStack stack = new VigilStack(Files.createDirectories(home));
    stack.expectSuccess("cds");
    return stack;
  }

  /** Sets a variable of the environment in which it will start. */
  public VigilStack with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Starts what does not run. */
  public void startUp(int patients) {
    expectSuccess("up", "--detach", "--patients", Integer.toString(patients));
  }

  /** Stops everything; what was stored stays. */
  public void down() {
    expectSuccess("down");
  }

  /** Stops everything and leaves the home where it is, for whoever looks for the reason. */
  @Override
  public void close() {
    down();
  }

  public Path home() {
    return home;
  }

  /** The port that stands in this environment variable. */
  public int port(String variable) {
    return Integer.parseInt(Objects.requireNonNull(environment.get(variable), variable));
  }

  /** What {@code ./vigil status} prints. */
  String status() {
    return run("status").output();
  }

  /** Where it was started from. */
  Path repository() {
    return repository;
  }

  /** Plays a scenario by {@code ./vigil rehearse}, which has to find nothing wrong. */
  void rehearse(String... arguments) {
    List<String> all = new ArrayList<>(List.of("rehearse"));
    all.addAll(List.of(arguments));
    expectSuccess(all.toArray(String[]::new));
  }

  /** The processes of all parts that run. */
  public List<ProcessHandle> processes() {
    return PARTS.stream().flatMap(part -> find(part).stream()).toList();
  }

  /** Kills a part as {@code kill -9} does. */
  public void kill(String part) {
    ProcessHandle process = process(part);
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Kills everything at once, the launcher that would start it again among it. */
  public void killAll() {
    List<ProcessHandle> all = new ArrayList<>();
    all.add(process("supervisor"));
    all.addAll(processes());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  /** What {@code ./vigil verify} prints, whatever it finds. */
  String verify(int settleSeconds) {
    return run("verify", "--settle", Integer.toString(settleSeconds)).output();
  }

  /** Stops a part as {@code kill -STOP} does: it hangs, and its connections stay open. */
  public void suspend(String part) {
    signal("-STOP", part);
  }

  /** Lets a part that was suspended go on. */
  public void resume(String part) {
    signal("-CONT", part);
  }

  private void signal(String signal, String part) {
    String pid = Long.toString(process(part).pid());
    try {
      int exitCode = new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(
            "kill %s %s ended with %d".formatted(signal, pid, exitCode));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while signalling " + part, e);
    }
  }

  /** The process of a part, by its mark in the home. */
  public ProcessHandle process(String part) {
    return find(part)
        .orElseThrow(() -> new IllegalStateException(part + " does not run:\n" + status()));
  }

  private Optional<ProcessHandle> find(String part) {
    return PidFile.of(part, new StateFolder(home)).process();
  }

  /** The last lines of every part's log, for a failure's report. */
  String logs(int linesOfEach) {
    try (Stream<Path> files = Files.list(home.resolve("log"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        all.append("==> ").append(file.getFileName()).append('\n');
        lines
            .subList(Math.max(0, lines.size() - linesOfEach), lines.size())
            .forEach(line -> all.append(line).append('\n'));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectSuccess(String... arguments) {
    Outcome outcome = run(arguments);
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "vigil %s ended with %d:%n%s"
              .formatted(String.join(" ", arguments), outcome.exitCode(), outcome.output()));
    }
  }

  private Outcome run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(repository.resolve("vigil").toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("vigil-" + arguments[0], ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(repository.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(COMMAND_MAY_TAKE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " hangs:\n" + Files.readString(output));
      }
      String said = Files.readString(output);
      Files.delete(output);
      return new Outcome(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no mvnw above the working directory");
    }
    return folder;
  }

  private record Outcome(int exitCode, String output) {}
}

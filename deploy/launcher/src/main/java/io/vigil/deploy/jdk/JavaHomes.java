package io.vigil.deploy.jdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a JDK that Cassandra runs on, in the usual places of Debian, SDKMAN and macOS. */
public final class JavaHomes {
  /** The release that Cassandra 5.0 runs on. */
  public static final int FOR_CASSANDRA = 17;

  /** The variable that names a JDK 17 when {@code java} is another one. */
  public static final String VARIABLE = "VIGIL_JAVA17_HOME";

  private final JavaHome current;
  private final Map<String, String> environment;
  private final Path fileSystem;

  JavaHomes(JavaHome current, Map<String, String> environment, Path fileSystem) {
    this.current = current;
    this.environment = Map.copyOf(environment);
    this.fileSystem = fileSystem;
  }

  /** Those of this machine. */
  public static JavaHomes ofThisMachine() {
    return new JavaHomes(JavaHome.current(), System.getenv(), Path.of("/"));
  }

  /**
   * The JDK to run Cassandra with: the current one if it is right, else the first that is found.
   *
   * @throws NoSuitableJava if there is none, saying what to install
   */
  public JavaHome forCassandra() {
    if (current.feature() == FOR_CASSANDRA) {
      return current;
    }
    return candidates()
        .map(JavaHome::in)
        .flatMap(Optional::stream)
        .filter(found -> found.feature() == FOR_CASSANDRA)
        .findFirst()
        .orElseThrow(() -> new NoSuitableJava(current));
  }

  private Stream<Path> candidates() {
    return Stream.of(
            named(VARIABLE),
            named("JAVA_HOME"),
            inside(fileSystem.resolve("usr/lib/jvm")),
            inside(userHome().resolve(".sdkman/candidates/java")),
            inside(fileSystem.resolve("Library/Java/JavaVirtualMachines"))
                .map(bundle -> bundle.resolve("Contents/Home")))
        .flatMap(paths -> paths);
  }

  private Stream<Path> named(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .stream();
  }

  private Path userHome() {
    return Path.of(environment.getOrDefault("HOME", "/nonexistent"));
  }

  private static Stream<Path> inside(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}

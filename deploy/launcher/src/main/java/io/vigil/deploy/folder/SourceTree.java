package io.vigil.deploy.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Vigil's repository as it lies on this machine, with the jars that its build has made. */
public record SourceTree(Path root) {
  public SourceTree {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The tree that a folder lies in: the nearest one above it that has {@code mvnw}.
   *
   * @throws IllegalStateException if there is none
   */
  public static SourceTree around(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return new SourceTree(at);
      }
    }
    throw new IllegalStateException(folder + " is not inside Vigil's repository");
  }

  /** The tree around the working directory. */
  public static SourceTree here() {
    return around(Path.of(""));
  }

  /**
   * The jars of an engine, {@code kafka} or {@code cassandra}, in a fixed order.
   *
   * @throws IllegalStateException if they are not built
   */
  public List<Path> engineJars(String engine) {
    Path lib = root.resolve("deploy").resolve(engine).resolve("target").resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new IllegalStateException(
          lib + " is missing; build it with: ./mvnw -pl deploy/" + engine + " package");
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new FolderUnusable(lib, e);
    }
  }

  /** The runnable jar of a service; it exists once the service is built. */
  public Path serviceJar(String service) {
    return root.resolve(service).resolve("target").resolve(service + ".jar");
  }

  /** Where the jars of services are unpacked to. */
  public Path unpacked() {
    return root.resolve("target").resolve("app");
  }
}

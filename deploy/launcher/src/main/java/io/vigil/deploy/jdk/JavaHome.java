package io.vigil.deploy.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed JDK or JRE.
 *
 * @param path the folder that holds {@code bin/java}
 * @param feature its feature release: 17, 21, 25
 */
public record JavaHome(Path path, int feature) {
  /** The one that runs this code. */
  public static JavaHome current() {
    return new JavaHome(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The command that starts its JVM. */
  public Path executable() {
    return executable(path);
  }

  private static Path executable(Path folder) {
    return folder.resolve("bin").resolve("java");
  }

  /** The one in a folder, if there is one that can be run and tells its version. */
  static Optional<JavaHome> in(Path folder) {
    Path release = folder.resolve("release");
    if (!Files.isExecutable(executable(folder))) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(release, UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Optional.of(new JavaHome(folder, Runtime.Version.parse(version).feature()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

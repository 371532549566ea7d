package io.vigil.deploy.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.jdk.JavaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of services, unpacked into the state folder: a service starts with a quarter less work
 * from jars side by side than from jars within a jar, and a build does not pull the classes away
 * from under one that runs.
 */
record UnpackedJars(Path folder, JavaHome java) {
  /** The service's own jar beside its libraries; unpacked anew when the packed one has changed. */
  RunnableJar of(Path packed) {
    try {
      Path service = Files.createDirectories(folder.resolve(packed.getFileName()));
      String version = Files.size(packed) + "-" + Files.getLastModifiedTime(packed).toMillis();
      Path unpacked = service.resolve(version);
      if (!Files.exists(unpacked)) {
        empty(service);
        Path fresh = service.resolve("fresh");
        unpack(packed, fresh);
        Files.move(fresh, unpacked);
      }
      return RunnableJar.of(unpacked.resolve(packed.getFileName()));
    } catch (IOException e) {
      throw new FolderUnusable(folder, e);
    }
  }

  private void unpack(Path packed, Path into) throws IOException {
    Process tools =
        new ProcessBuilder(
                java.path().resolve("bin").resolve("java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--destination",
                into.toString())
            .redirectErrorStream(true)
            .start();
    tools.getOutputStream().close();
    String said = new String(tools.getInputStream().readAllBytes(), UTF_8);
    if (tools.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(packed + " cannot be unpacked: " + said.strip());
    }
  }

  private static void empty(Path service) throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.walk(service)) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : content) {
      if (!file.equals(service)) {
        Files.delete(file);
      }
    }
  }
}
